import { judgeNames } from '../../host-names.ts'
import { askPortal, isLocal } from '../ask-portal.ts'
import { type Check, finding, type Scene } from './look.ts'

const list = (names: readonly string[]) => names.join(', ')

/** R-021 @see Decree 42/2022, Art. 13.2 a */
export const checkHostNames: Check = async ({ hosts }) => {
  const { wrong, local, missing } = judgeNames(hosts)
  const names = list(hosts.map(({ host }) => host))
  const facts = { hosts: names }
  const [without] = missing
  if (without) return finding('not-met', (t) => t.namesMissing(without), facts)
  if (wrong.length > 0) return finding('not-met', (t) => t.namesWrong(list(wrong)), facts)
  if (local.length > 0) return finding('partly', (t) => t.namesLocal(names), facts)
  return finding('met', (t) => t.names(names), facts)
}

/** Both languages, asked over the network. @see Decree 42/2022, Art. 13.2 a */
export const checkLanguages: Check = async ({ hosts }) => {
  const wrong: string[] = []
  for (const { host, language } of hosts) {
    const answer = await askPortal(host, '/')
    const said = /<html[^>]*\slang="([a-z]+)"/.exec(answer?.body ?? '')?.[1]
    if (answer?.status !== 200 || said !== language) wrong.push(`${host} (${said ?? answer?.status ?? '–'})`)
  }
  const names = list(hosts.map(({ host, language }) => `${host} (${language})`))
  const both = judgeNames(hosts).missing.length === 0
  if (wrong.length > 0 || !both)
    return finding('not-met', (t) => t.languagesWrong(list(wrong) || '–'), { hosts: names })
  return finding('met', (t) => t.languages(names), { hosts: names })
}

/** a name server is asked, and a connection made, from outside the process that serves. */
export const checkIpv6: Check = async (scene) => {
  const answered: string[] = []
  for (const { host } of scene.hosts) {
    const addresses = isLocal(host) ? ['::1'] : await addressesOf(host, scene)
    if (addresses === 'no-network') return finding('unknown', (t) => t.ipv6Unknown(host), { host })
    const [address] = addresses
    if (!address) return finding('not-met', (t) => t.ipv6NoRecord(host), { host })
    const answer = await askPortal(host, '/healthz', address)
    if (!answer) return finding('not-met', (t) => t.ipv6NoAnswer(address), { host, address })
    answered.push(address)
  }
  const addresses = list([...new Set(answered)].map((one) => `[${one}]`))
  if (scene.hosts.every(({ host }) => isLocal(host))) return finding('partly', (t) => t.ipv6Local, { addresses })
  return finding('met', (t) => t.ipv6(addresses), { addresses })
}

/** The name server's own word that there is nothing. Everything else is silence. */
const NOTHING = new Set(['ENODATA', 'ENOTFOUND'])

async function addressesOf(host: string, { resolve6 }: Pick<Scene, 'resolve6'>): Promise<string[] | 'no-network'> {
  try {
    return await resolve6(host)
  } catch (error) {
    return NOTHING.has(String((error as NodeJS.ErrnoException).code)) ? [] : 'no-network'
  }
}
