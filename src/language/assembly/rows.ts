import { laneSum } from "./arithmetic";

/** target += source, `count` floats (a multiple of 4). */
export function addRow(target: usize, source: usize, count: i32): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 16) {
    v128.store(target + k, f32x4.add(v128.load(target + k), v128.load(source + k)));
  }
}

/** target *= source, `count` floats (a multiple of 4). */
export function multiplyRow(target: usize, source: usize, count: i32): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 16) {
    v128.store(target + k, f32x4.mul(v128.load(target + k), v128.load(source + k)));
  }
}

/** The sum of squares of `count` floats (a multiple of 4). */
export function sumOfSquares(source: usize, count: i32): f32 {
  let x = f32x4.splat(0);
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 16) {
    const y = v128.load(source + k);
    x = f32x4.add(x, f32x4.mul(y, y));
  }
  return laneSum(x);
}

/** Leaky rectifier with slope 0.1, in place. */
export function rectify(target: usize, count: i32): void {
  const slope = f32x4.splat(0.1);
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 16) {
    const x = v128.load(target + k);
    v128.store(target + k, f32x4.max(x, f32x4.mul(x, slope)));
  }
}

/** The gradient of the rectifier: `gradient` is scaled by the slope at `output`. */
export function rectifyBackward(output: usize, gradient: usize, count: i32): void {
  const slope = f32x4.splat(0.1), one = f32x4.splat(1), zero = f32x4.splat(0);
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 16) {
    const factor = v128.bitselect(one, slope, f32x4.ge(v128.load(output + k), zero));
    v128.store(gradient + k, f32x4.mul(v128.load(gradient + k), factor));
  }
}
