export interface FieldError {
  field: string
  message: string
}

/** Plain facts a page may show: never personal data. */
export type Facts = Record<string, string | number | boolean | null | undefined>

/** A rule says no. `code` is stable and spoken `room.what-is-wrong`; `platform/http` maps it to a status and words. */
export class DomainError extends Error {
  readonly code: string
  readonly facts: Facts

  constructor(code: string, facts: Facts = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.facts = facts
  }
}

/** Unseen means not found: look-ups scoped by the viewer throw this for what exists but is not theirs. */
export class NotFound extends DomainError {
  constructor(code = 'http.not-found', facts: Facts = {}) {
    super(code, facts)
    this.name = 'NotFound'
  }
}

export class Forbidden extends DomainError {
  constructor(code = 'http.forbidden', facts: Facts = {}) {
    super(code, facts)
    this.name = 'Forbidden'
  }
}

/** Nobody has signed in. Pages send people to sign in instead; a program is told with 401. */
export class Unauthenticated extends DomainError {
  constructor(code: string, facts: Facts = {}) {
    super(code, facts)
    this.name = 'Unauthenticated'
  }
}

/** Somebody else changed it first, or the state has moved on: the page says what is possible now. */
export class Conflict extends DomainError {
  constructor(code: string, facts: Facts = {}) {
    super(code, facts)
    this.name = 'Conflict'
  }
}

/** Turns a policy's answer into an exception at the one place where it matters, under the lock. */
export function allow(verdict: true | DomainError): void {
  if (verdict !== true) throw verdict
}
