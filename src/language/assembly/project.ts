/** target = base + sum * scale, four columns. */
// @ts-ignore: decorator
@inline
function finish(base: usize, target: usize, sum: v128, scale: v128): void {
  v128.store(target, f32x4.add(v128.load(base), f32x4.mul(f32x4.convert_i32x4_s(sum), scale)));
}

/** Four rows by eight columns. */
// @ts-ignore: decorator
@inline
function tile(a0: usize, la: usize, weight: usize, scale: usize, base: usize, lb: usize, c: usize, lc: usize, pairs: i32): void {
  let x00 = i32x4.splat(0), x01 = x00, x10 = x00, x11 = x00, x20 = x00, x21 = x00, x30 = x00, x31 = x00;
  let a = a0, w = weight;
  for (let k: i32 = 0; k < pairs; k++) {
    const l = v128.load(w), r = v128.load(w, 16);
    let s = v128.load32_splat(a);
    x00 = i32x4.add(x00, i32x4.dot_i16x8_s(s, l)); x01 = i32x4.add(x01, i32x4.dot_i16x8_s(s, r));
    s = v128.load32_splat(a + la);
    x10 = i32x4.add(x10, i32x4.dot_i16x8_s(s, l)); x11 = i32x4.add(x11, i32x4.dot_i16x8_s(s, r));
    s = v128.load32_splat(a + 2 * la);
    x20 = i32x4.add(x20, i32x4.dot_i16x8_s(s, l)); x21 = i32x4.add(x21, i32x4.dot_i16x8_s(s, r));
    s = v128.load32_splat(a + 3 * la);
    x30 = i32x4.add(x30, i32x4.dot_i16x8_s(s, l)); x31 = i32x4.add(x31, i32x4.dot_i16x8_s(s, r));
    a += 4; w += 32;
  }
  const s0 = v128.load(scale), s1 = v128.load(scale, 16);
  finish(base, c, x00, s0); finish(base + 16, c + 16, x01, s1); base += lb; c += lc;
  finish(base, c, x10, s0); finish(base + 16, c + 16, x11, s1); base += lb; c += lc;
  finish(base, c, x20, s0); finish(base + 16, c + 16, x21, s1); base += lb; c += lc;
  finish(base, c, x30, s0); finish(base + 16, c + 16, x31, s1);
}

/** One row by sixteen columns: two blocks of weights. */
// @ts-ignore: decorator
@inline
function wideRow(a0: usize, weight: usize, block: usize, scale: usize, base: usize, c: usize, pairs: i32): void {
  let x0 = i32x4.splat(0), x1 = x0, x2 = x0, x3 = x0;
  let a = a0, w = weight;
  for (let k: i32 = 0; k < pairs; k++) {
    const s = v128.load32_splat(a);
    x0 = i32x4.add(x0, i32x4.dot_i16x8_s(s, v128.load(w))); x1 = i32x4.add(x1, i32x4.dot_i16x8_s(s, v128.load(w, 16)));
    x2 = i32x4.add(x2, i32x4.dot_i16x8_s(s, v128.load(w + block))); x3 = i32x4.add(x3, i32x4.dot_i16x8_s(s, v128.load(w + block, 16)));
    a += 4; w += 32;
  }
  finish(base, c, x0, v128.load(scale)); finish(base + 16, c + 16, x1, v128.load(scale, 16));
  finish(base + 32, c + 32, x2, v128.load(scale, 32)); finish(base + 48, c + 48, x3, v128.load(scale, 48));
}

/** One row by eight columns. */
// @ts-ignore: decorator
@inline
function narrowRow(a0: usize, weight: usize, scale: usize, base: usize, c: usize, pairs: i32): void {
  let x0 = i32x4.splat(0), x1 = x0;
  let a = a0, w = weight;
  for (let k: i32 = 0; k < pairs; k++) {
    const s = v128.load32_splat(a);
    x0 = i32x4.add(x0, i32x4.dot_i16x8_s(s, v128.load(w))); x1 = i32x4.add(x1, i32x4.dot_i16x8_s(s, v128.load(w, 16)));
    a += 4; w += 32;
  }
  finish(base, c, x0, v128.load(scale)); finish(base + 16, c + 16, x1, v128.load(scale, 16));
}

/**
 * C = base + (A W) * scale. A: int16 rows; W: int16 in blocks of eight columns, within a block pairs of depth, within a
 * pair the two weights of each column; scale: one float a column. `baseStride` 0 repeats one row (a bias); base may be
 * C itself. Strides count elements; depth is even, columns a multiple of 8.
 */
export function project(
  a: usize, lda: i32, weight: usize, scale: usize, base: usize, baseStride: i32, c: usize, ldc: i32,
  rows: i32, depth: i32, columns: i32,
): void {
  const la = <usize>lda << 1, lb = <usize>baseStride << 2, lc = <usize>ldc << 2;
  const pairs = depth >> 1;
  const block = <usize>pairs << 5;
  let i: i32 = 0;
  for (; i + 4 <= rows; i += 4) {
    let w = weight;
    for (let j: usize = 0, end = <usize>columns << 2; j < end; j += 32) {
      tile(a + <usize>i * la, la, w, scale + j, base + <usize>i * lb + j, lb, c + <usize>i * lc + j, lc, pairs);
      w += block;
    }
  }
  for (; i < rows; i++) {
    const ai = a + <usize>i * la, bi = base + <usize>i * lb, ci = c + <usize>i * lc;
    let w = weight;
    let j: usize = 0;
    const end = <usize>columns << 2;
    for (; j + 64 <= end; j += 64) {
      wideRow(ai, w, block, scale + j, bi + j, ci + j, pairs);
      w += 2 * block;
    }
    if (j < end) narrowRow(ai, w, scale + j, bi + j, ci + j, pairs);
  }
}
