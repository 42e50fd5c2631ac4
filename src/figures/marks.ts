import type { RenderFunction } from "@observablehq/plot";

/**
 * A Plot render transform that writes attributes on each drawn mark: what a click on it opens.
 * `attributesOf` gets the mark's index in the data. Not for clipped marks: Plot wraps those once more.
 */
export function withAttributes(attributesOf: (index: number) => Readonly<Record<string, string>>): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    const marks = group ? [...group.children] : [];
    marks.forEach((mark, order) => {
      for (const [name, value] of Object.entries(attributesOf(index[order]))) mark.setAttribute(name, value);
    });
    return group;
  };
}
