/**
 * A field that people neither see nor reach, and programs that fill in everything do. What comes with it is not refused:
 * it waits until an officer has looked at it. The label is for whoever meets it all the same.
 */
export function Trap({ name, label }: { name: string; label: string }) {
  return (
    <div class="vh" aria-hidden="true">
      <label for={`${name}-field`}>{label}</label>
      <input id={`${name}-field`} name={name} type="text" tabIndex={-1} autocomplete="off" />
    </div>
  )
}
