import { laneSum } from "./arithmetic";

/** One 4 x 8 tile of C += A * B. Strides in bytes. */
// @ts-ignore: decorator
@inline
function tile(a0: usize, sa: usize, sk: usize, b0: usize, lb: usize, c0: usize, lc: usize, depth: i32): void {
  let p = c0;
  let x00 = v128.load(p), x01 = v128.load(p, 16); p += lc;
  let x10 = v128.load(p), x11 = v128.load(p, 16); p += lc;
  let x20 = v128.load(p), x21 = v128.load(p, 16); p += lc;
  let x30 = v128.load(p), x31 = v128.load(p, 16);
  let a = a0, b = b0;
  for (let k: i32 = 0; k < depth; k++) {
    const l = v128.load(b), r = v128.load(b, 16);
    let s = v128.load32_splat(a);
    x00 = f32x4.add(x00, f32x4.mul(s, l)); x01 = f32x4.add(x01, f32x4.mul(s, r));
    s = v128.load32_splat(a + sa);
    x10 = f32x4.add(x10, f32x4.mul(s, l)); x11 = f32x4.add(x11, f32x4.mul(s, r));
    s = v128.load32_splat(a + 2 * sa);
    x20 = f32x4.add(x20, f32x4.mul(s, l)); x21 = f32x4.add(x21, f32x4.mul(s, r));
    s = v128.load32_splat(a + 3 * sa);
    x30 = f32x4.add(x30, f32x4.mul(s, l)); x31 = f32x4.add(x31, f32x4.mul(s, r));
    a += sk; b += lb;
  }
  p = c0;
  v128.store(p, x00); v128.store(p, x01, 16); p += lc;
  v128.store(p, x10); v128.store(p, x11, 16); p += lc;
  v128.store(p, x20); v128.store(p, x21, 16); p += lc;
  v128.store(p, x30); v128.store(p, x31, 16);
}

/** One row of C, `width` columns (a multiple of 4), from column to column. */
// @ts-ignore: decorator
@inline
function row(a0: usize, sk: usize, b0: usize, lb: usize, c0: usize, depth: i32, width: i32): void {
  let j: i32 = 0;
  for (; j + 16 <= width; j += 16) {
    const p = c0 + (<usize>j << 2);
    let x0 = v128.load(p), x1 = v128.load(p, 16), x2 = v128.load(p, 32), x3 = v128.load(p, 48);
    let a = a0, b = b0 + (<usize>j << 2);
    for (let k: i32 = 0; k < depth; k++) {
      const s = v128.load32_splat(a);
      x0 = f32x4.add(x0, f32x4.mul(s, v128.load(b))); x1 = f32x4.add(x1, f32x4.mul(s, v128.load(b, 16)));
      x2 = f32x4.add(x2, f32x4.mul(s, v128.load(b, 32))); x3 = f32x4.add(x3, f32x4.mul(s, v128.load(b, 48)));
      a += sk; b += lb;
    }
    v128.store(p, x0); v128.store(p, x1, 16); v128.store(p, x2, 32); v128.store(p, x3, 48);
  }
  for (; j < width; j += 4) {
    const p = c0 + (<usize>j << 2);
    let x = v128.load(p);
    let a = a0, b = b0 + (<usize>j << 2);
    for (let k: i32 = 0; k < depth; k++) {
      x = f32x4.add(x, f32x4.mul(v128.load32_splat(a), v128.load(b)));
      a += sk; b += lb;
    }
    v128.store(p, x);
  }
}

/**
 * C[rows, columns] += A * B, where A(i, k) stands at a + i * rowStride + k * depthStride.
 * Strides count floats; columns is a multiple of 4.
 */
export function multiply(
  a: usize, rowStride: i32, depthStride: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  rows: i32, depth: i32, columns: i32,
): void {
  const sa = <usize>rowStride << 2, sk = <usize>depthStride << 2, lb = <usize>ldb << 2, lc = <usize>ldc << 2;
  let i: i32 = 0;
  for (; i + 4 <= rows; i += 4) {
    const ai = a + <usize>i * sa, ci = c + <usize>i * lc;
    let j: i32 = 0;
    for (; j + 8 <= columns; j += 8) tile(ai, sa, sk, b + (<usize>j << 2), lb, ci + (<usize>j << 2), lc, depth);
    if (j < columns)
      for (let r: usize = 0; r < 4; r++) {
        row(ai + r * sa, sk, b + (<usize>j << 2), lb, ci + r * lc + (<usize>j << 2), depth, columns - j);
      }
  }
  for (; i < rows; i++) row(a + <usize>i * sa, sk, b, lb, c + <usize>i * lc, depth, columns);
}

/** The product of two rows added to a float. */
// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, target: usize, depth: i32): void {
  let x = f32x4.splat(0);
  for (let k: i32 = 0; k < depth; k += 4) {
    x = f32x4.add(x, f32x4.mul(v128.load(a), v128.load(b)));
    a += 16; b += 16;
  }
  store<f32>(target, load<f32>(target) + laneSum(x));
}

/** C[rows, columns] += A * transpose(B); depth is a multiple of 4. */
export function multiplyTransposed(
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, rows: i32, depth: i32, columns: i32,
): void {
  const la = <usize>lda << 2, lb = <usize>ldb << 2, lc = <usize>ldc << 2;
  let i: i32 = 0;
  for (; i + 4 <= rows; i += 4) {
    const a0 = a + <usize>i * la;
    let j: i32 = 0;
    for (; j + 2 <= columns; j += 2) {
      let x00 = f32x4.splat(0), x01 = x00, x10 = x00, x11 = x00, x20 = x00, x21 = x00, x30 = x00, x31 = x00;
      let p = a0, q = b + <usize>j * lb;
      for (let k: i32 = 0; k < depth; k += 4) {
        const l = v128.load(q), r = v128.load(q + lb);
        let s = v128.load(p);
        x00 = f32x4.add(x00, f32x4.mul(s, l)); x01 = f32x4.add(x01, f32x4.mul(s, r));
        s = v128.load(p + la);
        x10 = f32x4.add(x10, f32x4.mul(s, l)); x11 = f32x4.add(x11, f32x4.mul(s, r));
        s = v128.load(p + 2 * la);
        x20 = f32x4.add(x20, f32x4.mul(s, l)); x21 = f32x4.add(x21, f32x4.mul(s, r));
        s = v128.load(p + 3 * la);
        x30 = f32x4.add(x30, f32x4.mul(s, l)); x31 = f32x4.add(x31, f32x4.mul(s, r));
        p += 16; q += 16;
      }
      let t = c + <usize>i * lc + (<usize>j << 2);
      store<f32>(t, load<f32>(t) + laneSum(x00)); store<f32>(t, load<f32>(t, 4) + laneSum(x01), 4); t += lc;
      store<f32>(t, load<f32>(t) + laneSum(x10)); store<f32>(t, load<f32>(t, 4) + laneSum(x11), 4); t += lc;
      store<f32>(t, load<f32>(t) + laneSum(x20)); store<f32>(t, load<f32>(t, 4) + laneSum(x21), 4); t += lc;
      store<f32>(t, load<f32>(t) + laneSum(x30)); store<f32>(t, load<f32>(t, 4) + laneSum(x31), 4);
    }
    for (; j < columns; j++)
      for (let r: usize = 0; r < 4; r++)
        dot(a0 + r * la, b + <usize>j * lb, c + (<usize>i + r) * lc + (<usize>j << 2), depth);
  }
  for (; i < rows; i++)
    for (let j: i32 = 0; j < columns; j++)
      dot(a + <usize>i * la, b + <usize>j * lb, c + <usize>i * lc + (<usize>j << 2), depth);
}
