/** Answers by key, each asked for once and held until it is let go. */
export interface Memory<Value> {
  ask(key: string): Promise<Value>
  /** Forgets the answers asked for least recently, until those that stay are together no larger than `most`. */
  letGo(most: number): void
}

/** Remembers what `ask` answers. `sizeOf` tells what an answer counts for when memories are to be let go. */
export function remember<Value>(
  ask: (key: string) => Promise<Value>,
  sizeOf: (value: Value) => number = () => 1
): Memory<Value> {
  // The keys of a map stand in the order in which they were put in: the one asked for last stands last.
  const held = new Map<string, Promise<Value>>()
  const sizes = new Map<string, number>()
  const answer = async (key: string): Promise<Value> => {
    const value = await ask(key)
    sizes.set(key, sizeOf(value))
    return value
  }
  return {
    ask: key => {
      const value = held.get(key) ?? answer(key)
      held.delete(key)
      held.set(key, value)
      return value
    },
    letGo: most => {
      let size = [...sizes.values()].reduce((sum, each) => sum + each, 0)
      for (const key of held.keys()) {
        if (size <= most) return
        size -= sizes.get(key) ?? 0
        held.delete(key)
        sizes.delete(key)
      }
    }
  }
}
