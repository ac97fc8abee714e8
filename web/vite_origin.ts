/** Where Vite serves the islands while they are worked on. */
export const viteOrigin = "http://localhost:5173";
