import { Command } from 'commander'
import { asInstallation } from '#platform/db/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'

/** `motcua agency list`. */
export const agencyCommand = new Command('agency').description('the agencies this installation serves')

agencyCommand
  .command('list')
  .description('code, kind and name of each')
  .option('--json', 'JSON lines')
  .action(async ({ json }: { json?: boolean }) => {
    for (const { id, code, kind, name } of await asInstallation(listAgencies)) {
      console.log(
        json ? JSON.stringify({ id, code, kind, name }) : `${code}  ${kind.padEnd(9)} ${name.vi} · ${name.en}`,
      )
    }
  })
