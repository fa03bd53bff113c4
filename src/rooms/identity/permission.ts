import { holds, type Role, type Viewer } from '#kernel/viewer.ts'

export type Verdict = 'pass' | 'sign-in' | 'desk-sign-in' | 'forbidden'

/**
 * May this viewer call a route that says `may`? Who is signed in as the other kind is asked to sign in as this one;
 * an officer without the role is refused. What an officer may do with one dossier is the dossier's own question.
 */
export function verdictFor(viewer: Viewer | undefined, may: 'public' | 'citizen' | 'officer' | Role): Verdict {
  if (may === 'public') return 'pass'
  if (may === 'citizen') return viewer?.kind === 'citizen' ? 'pass' : 'sign-in'
  if (viewer?.kind !== 'officer') return 'desk-sign-in'
  return may === 'officer' || holds(viewer, may) ? 'pass' : 'forbidden'
}
