/** What training needs: products and their gradients in 32-bit floats, the LSTM cell both ways, Adam. */
export * from "./multiply";
export * from "./cell";
export * from "./rows";
export * from "./adam";
