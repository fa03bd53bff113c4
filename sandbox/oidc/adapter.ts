interface Stored {
  payload: Record<string, unknown>
  expiresAt: number
}

/**
 * What the OpenID provider remembers: sessions, codes, tokens. In memory, so a restart signs everyone out; each
 * provider has its own, so a citizen's session says nothing to the staff provider.
 */
export function memoryAdapter() {
  const store = new Map<string, Stored>()

  const find = (key: string) => {
    const stored = store.get(key)
    if (stored && stored.expiresAt > Date.now()) return stored.payload
    store.delete(key)
    return undefined
  }
  const findBy = (model: string, field: string, value: string) => {
    for (const [key, { payload }] of store) {
      if (key.startsWith(`${model}:`) && payload[field] === value) return find(key)
    }
    return undefined
  }
  const sweep = () => {
    for (const key of store.keys()) find(key)
  }

  return class {
    readonly model: string

    constructor(model: string) {
      this.model = model
    }

    async upsert(id: string, payload: Record<string, unknown>, expiresIn?: number) {
      if (store.size > 1000) sweep()
      store.set(`${this.model}:${id}`, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Infinity })
    }

    async find(id: string) {
      return find(`${this.model}:${id}`)
    }

    async findByUid(uid: string) {
      return findBy(this.model, 'uid', uid)
    }

    async findByUserCode(userCode: string) {
      return findBy(this.model, 'userCode', userCode)
    }

    async destroy(id: string) {
      store.delete(`${this.model}:${id}`)
    }

    async consume(id: string) {
      const stored = store.get(`${this.model}:${id}`)
      if (stored) stored.payload.consumed = Math.floor(Date.now() / 1000)
    }

    async revokeByGrantId(grantId: string) {
      const prefix = `${this.model}:`
      for (const [key, { payload }] of store)
        if (key.startsWith(prefix) && payload.grantId === grantId) store.delete(key)
    }
  }
}
