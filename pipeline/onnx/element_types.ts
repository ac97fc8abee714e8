import type { Tensor } from "./onnx_model.ts";

/** The values of `TensorProto.DataType` in onnx.proto for the element types that models here may use. */
export const elementTypes: Readonly<Record<Tensor["type"], number>> = {
  float32: 1,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float64: 11,
};
