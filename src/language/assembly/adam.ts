/**
 * One step of Adam (Kingma and Ba 2015) on `count` floats (a multiple of 4); the gradient is scaled, used and cleared.
 * `correction1` and `correction2` are 1 - beta^t.
 */
export function adam(
  weight: usize, gradient: usize, first: usize, second: usize, count: i32,
  rate: f32, beta1: f32, beta2: f32, correction1: f32, correction2: f32, scale: f32,
): void {
  const b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2), n1 = f32x4.splat(1 - beta1), n2 = f32x4.splat(1 - beta2);
  const step = f32x4.splat(rate / correction1), c2 = f32x4.splat(1 / correction2);
  const epsilon = f32x4.splat(1e-8), s = f32x4.splat(scale), zero = f32x4.splat(0);
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 16) {
    const g = f32x4.mul(v128.load(gradient + k), s);
    const m = f32x4.add(f32x4.mul(b1, v128.load(first + k)), f32x4.mul(n1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(second + k)), f32x4.mul(n2, f32x4.mul(g, g)));
    v128.store(first + k, m);
    v128.store(second + k, v);
    const change = f32x4.div(f32x4.mul(step, m), f32x4.add(f32x4.sqrt(f32x4.mul(v, c2)), epsilon));
    v128.store(weight + k, f32x4.sub(v128.load(weight + k), change));
    v128.store(gradient + k, zero);
  }
}
