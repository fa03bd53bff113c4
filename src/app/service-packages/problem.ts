/** What is wrong with a package, and where: `form.json steps[2].questions[1].when`. In English, for its authors. */
export interface Problem {
  where: string
  message: string
}
