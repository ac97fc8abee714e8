import { serveTeam } from "../worker_task.ts";
import { boostingWork } from "./boosting_work.ts";

serveTeam(boostingWork());
