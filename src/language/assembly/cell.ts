import { sigmoid4, tanh4 } from "./arithmetic";

/**
 * One step of an LSTM. `gates` holds rows of [input | forget | candidate | output] pre-activations and receives the
 * activations; `previous` is the cell state before (0 for none); `squashed` receives tanh of the new cell state.
 */
export function cellForward(
  gates: usize, previous: usize, state: usize, squashed: usize, output: usize, rows: i32, width: i32,
): void {
  const w = <usize>width << 2;
  for (let r: i32 = 0; r < rows; r++) {
    const g = gates + <usize>r * 4 * w, o = <usize>r * w;
    for (let k: usize = 0; k < w; k += 16) {
      const i = sigmoid4(v128.load(g + k)), f = sigmoid4(v128.load(g + w + k));
      const z = tanh4(v128.load(g + 2 * w + k)), u = sigmoid4(v128.load(g + 3 * w + k));
      let c = f32x4.mul(i, z);
      if (previous) c = f32x4.add(c, f32x4.mul(f, v128.load(previous + o + k)));
      const t = tanh4(c);
      v128.store(g + k, i); v128.store(g + w + k, f); v128.store(g + 2 * w + k, z); v128.store(g + 3 * w + k, u);
      v128.store(state + o + k, c);
      v128.store(squashed + o + k, t);
      v128.store(output + o + k, f32x4.mul(u, t));
    }
  }
}

/**
 * The gradient of that step: `gates` (activations) become the gradients of the pre-activations; `dOutput` and `dState`
 * come in; `dPrevious` receives the gradient of the state before, where there is one.
 */
export function cellBackward(
  gates: usize, previous: usize, squashed: usize, dOutput: usize, dState: usize, dPrevious: usize, rows: i32, width: i32,
): void {
  const w = <usize>width << 2;
  const one = f32x4.splat(1);
  for (let r: i32 = 0; r < rows; r++) {
    const g = gates + <usize>r * 4 * w, o = <usize>r * w;
    for (let k: usize = 0; k < w; k += 16) {
      const i = v128.load(g + k), f = v128.load(g + w + k), z = v128.load(g + 2 * w + k), u = v128.load(g + 3 * w + k);
      const t = v128.load(squashed + o + k), dh = v128.load(dOutput + o + k);
      const du = f32x4.mul(f32x4.mul(dh, t), f32x4.mul(u, f32x4.sub(one, u)));
      const dt = f32x4.mul(f32x4.mul(dh, u), f32x4.sub(one, f32x4.mul(t, t)));
      const dc = f32x4.add(v128.load(dState + o + k), dt);
      const di = f32x4.mul(f32x4.mul(dc, z), f32x4.mul(i, f32x4.sub(one, i)));
      const dz = f32x4.mul(f32x4.mul(dc, i), f32x4.sub(one, f32x4.mul(z, z)));
      let df = f32x4.splat(0);
      if (previous) {
        df = f32x4.mul(f32x4.mul(dc, v128.load(previous + o + k)), f32x4.mul(f, f32x4.sub(one, f)));
        v128.store(dPrevious + o + k, f32x4.mul(dc, f));
      }
      v128.store(g + k, di); v128.store(g + w + k, df); v128.store(g + 2 * w + k, dz); v128.store(g + 3 * w + k, du);
    }
  }
}
