/** Sets of things that grow together (union-find with path halving). A thing stands alone until it is joined. */
export class Groups<T> {
  readonly #parent = new Map<T, T>();

  /** The thing that stands for the group of this one. */
  find(item: T): T {
    let at = item;
    for (let parent = this.#parent.get(at); parent !== undefined && parent !== at; parent = this.#parent.get(at)) {
      const above = this.#parent.get(parent) ?? parent;
      this.#parent.set(at, above);
      at = above;
    }
    return at;
  }

  join(one: T, other: T): void {
    const [top, above] = [this.find(one), this.find(other)];
    if (top !== above) this.#parent.set(top, above);
  }
}
