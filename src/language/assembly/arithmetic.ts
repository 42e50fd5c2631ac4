/** The sum of four lanes, from the first to the last. */
// @ts-ignore: decorator
@inline
export function laneSum(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3)
  );
}

/** Eigen's rational approximation of tanh, four lanes. Training uses it. */
// @ts-ignore: decorator
@inline
export function tanh4(input: v128): v128 {
  const x = f32x4.max(f32x4.min(input, f32x4.splat(7.9)), f32x4.splat(-7.9));
  const y = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(y, f32x4.splat(-2.76076847742355e-16)), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(y, p), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(y, p), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(y, p), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(y, p), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(y, p), f32x4.splat(4.89352455891786e-3));
  let q = f32x4.add(f32x4.mul(y, f32x4.splat(1.19825839466702e-6)), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(y, q), f32x4.splat(2.268434632439e-3));
  q = f32x4.add(f32x4.mul(y, q), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(p, x), q);
}

/** The logistic function, four lanes. */
// @ts-ignore: decorator
@inline
export function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(x, half)), half), half);
}

/** Where the quotient below leaves the range of tanh. */
const LIMIT: f32 = 4.97;

/** With pmin and pmax, each one instruction; min and max, which differ at -0 and NaN alone, take eight. */
// @ts-ignore: decorator
@inline
export function limited(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(LIMIT)), f32x4.splat(-LIMIT));
}

/**
 * Lambert's continued fraction of tanh, cut at the seventh power, as a quotient: right to 1e-4, and where several are
 * multiplied one division does for all. Numerator and denominator at x, x * x. They stand again in kernels/plain.ts.
 */
// @ts-ignore: decorator
@inline
export function numerator(x: v128, y: v128): v128 {
  let p = f32x4.add(y, f32x4.splat(378));
  p = f32x4.add(f32x4.mul(y, p), f32x4.splat(17325));
  p = f32x4.add(f32x4.mul(y, p), f32x4.splat(135135));
  return f32x4.mul(p, x);
}

// @ts-ignore: decorator
@inline
export function denominator(y: v128): v128 {
  let q = f32x4.add(f32x4.mul(y, f32x4.splat(28)), f32x4.splat(3150));
  q = f32x4.add(f32x4.mul(y, q), f32x4.splat(62370));
  return f32x4.add(f32x4.mul(y, q), f32x4.splat(135135));
}
