import { denominator, laneSum, limited, numerator } from "./arithmetic";

/** An LSTM's outputs as int16: 1 is HIDDEN_UNIT. Stands again in network/quantise.ts. */
const HIDDEN_UNIT: f32 = 8191;
/** A rectified layer's outputs as int16: 1 is RECTIFIED_UNIT. Stands again in network/quantise.ts. */
const RECTIFIED_UNIT: f32 = 1024;

/**
 * Four units of a cell. With tanh(x) = p / q, the logistic function of x is (p + q) / 2q at x / 2; so the new state and
 * the output cost one division each.
 */
// @ts-ignore: decorator
@inline
function cell4(gate: usize, width: usize, previous: usize, state: usize): v128 {
  const half = f32x4.splat(0.5), two = f32x4.splat(2);
  const xi = limited(f32x4.mul(v128.load(gate), half)), yi = f32x4.mul(xi, xi), qi = denominator(yi);
  const xz = limited(v128.load(gate + 2 * width)), yz = f32x4.mul(xz, xz), qz = denominator(yz);
  let top = f32x4.mul(f32x4.add(numerator(xi, yi), qi), numerator(xz, yz));
  let bottom = f32x4.mul(f32x4.mul(two, qi), qz);
  if (previous) {
    const xf = limited(f32x4.mul(v128.load(gate + width), half)), yf = f32x4.mul(xf, xf), qf = denominator(yf);
    const kept = f32x4.mul(f32x4.add(numerator(xf, yf), qf), v128.load(previous));
    top = f32x4.add(f32x4.mul(top, qf), f32x4.mul(kept, f32x4.mul(qi, qz)));
    bottom = f32x4.mul(bottom, qf);
  }
  const c = f32x4.div(top, bottom);
  v128.store(state, c);
  const xc = limited(c), yc = f32x4.mul(xc, xc), qc = denominator(yc);
  const xo = limited(f32x4.mul(v128.load(gate + 3 * width), half)), yo = f32x4.mul(xo, xo), qo = denominator(yo);
  const output = f32x4.mul(f32x4.add(numerator(xo, yo), qo), numerator(xc, yc));
  const scaled = f32x4.div(f32x4.mul(output, f32x4.splat(HIDDEN_UNIT)), f32x4.mul(f32x4.mul(two, qo), qc));
  return i32x4.trunc_sat_f32x4_s(scaled);
}

/**
 * One step of an LSTM: gates [rows, 4 * width] (input, forget, candidate, output) and the cell state before (0 for
 * none) to the cell state and the output as int16 [rows, width]. Width is a multiple of 8.
 */
export function cell(gates: usize, previous: usize, state: usize, output: usize, rows: i32, width: i32): void {
  const w = <usize>width << 2;
  for (let r: i32 = 0; r < rows; r++) {
    const g = gates + <usize>r * 4 * w, o = <usize>r * w;
    for (let k: usize = 0; k < w; k += 32) {
      const p = previous ? previous + o + k : 0;
      const low = cell4(g + k, w, p, state + o + k);
      const high = cell4(g + k + 16, w, p ? p + 16 : 0, state + o + k + 16);
      v128.store(output + ((o + k) >> 1), i16x8.narrow_i32x4_s(low, high));
    }
  }
}

// @ts-ignore: decorator
@inline
function rectified(x: v128): v128 {
  return f32x4.pmax(x, f32x4.mul(x, f32x4.splat(0.1)));
}

// @ts-ignore: decorator
@inline
function toInt16(low: v128, high: v128): v128 {
  const unit = f32x4.splat(RECTIFIED_UNIT);
  return i16x8.narrow_i32x4_s(
    i32x4.trunc_sat_f32x4_s(f32x4.mul(low, unit)), i32x4.trunc_sat_f32x4_s(f32x4.mul(high, unit)),
  );
}

/** The leaky rectifier of floats, in place and as int16 to `target`; count is a multiple of 8. */
export function rectify(source: usize, target: usize, count: i32): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 32) {
    const low = rectified(v128.load(source + k)), high = rectified(v128.load(source + k, 16));
    v128.store(source + k, low);
    v128.store(source + k, high, 16);
    v128.store(target + (k >> 1), toInt16(low, high));
  }
}

/** The leaky rectifier of the sum of two rows of floats, as int16; count is a multiple of 8. */
export function join(left: usize, right: usize, target: usize, count: i32): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 32) {
    const low = rectified(f32x4.add(v128.load(left + k), v128.load(right + k)));
    const high = rectified(f32x4.add(v128.load(left + k, 16), v128.load(right + k, 16)));
    v128.store(target + (k >> 1), toInt16(low, high));
  }
}

/** C[i, j] = A[i] . B[j], rows of floats; depth is a multiple of 4. Each of four lanes is summed, then the lanes. */
export function dots(a: usize, lda: i32, b: usize, ldb: i32, c: usize, rows: i32, columns: i32, depth: i32): void {
  const la = <usize>lda << 2, lb = <usize>ldb << 2, size = <usize>depth << 2;
  let target = c;
  for (let i: i32 = 0; i < rows; i++) {
    const p = a + <usize>i * la;
    let q = b;
    let j: i32 = 0;
    for (; j + 4 <= columns; j += 4) {
      let x0 = f32x4.splat(0), x1 = x0, x2 = x0, x3 = x0;
      for (let k: usize = 0; k < size; k += 16) {
        const s = v128.load(p + k);
        x0 = f32x4.add(x0, f32x4.mul(s, v128.load(q + k))); x1 = f32x4.add(x1, f32x4.mul(s, v128.load(q + lb + k)));
        x2 = f32x4.add(x2, f32x4.mul(s, v128.load(q + 2 * lb + k))); x3 = f32x4.add(x3, f32x4.mul(s, v128.load(q + 3 * lb + k)));
      }
      store<f32>(target, laneSum(x0)); store<f32>(target, laneSum(x1), 4);
      store<f32>(target, laneSum(x2), 8); store<f32>(target, laneSum(x3), 12);
      target += 16;
      q += 4 * lb;
    }
    for (; j < columns; j++) {
      let x = f32x4.splat(0);
      for (let k: usize = 0; k < size; k += 16) x = f32x4.add(x, f32x4.mul(v128.load(p + k), v128.load(q + k)));
      store<f32>(target, laneSum(x));
      target += 4;
      q += lb;
    }
  }
}

/** Copies row indices[r] of the source (or row r, where indices is 0) to row r of the target; all in bytes. */
export function copyRows(
  source: usize, sourceStride: i32, indices: usize, target: usize, targetStride: i32, size: i32, rows: i32,
): void {
  for (let r: i32 = 0; r < rows; r++) {
    const from = indices ? load<i32>(indices + (<usize>r << 2)) : r;
    memory.copy(target + <usize>r * <usize>targetStride, source + <usize>from * <usize>sourceStride, <usize>size);
  }
}
