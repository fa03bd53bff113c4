/** Why the database cannot be used, in words for the person at the terminal, with what to do. */
export class DatabaseProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DatabaseProblem'
  }
}
