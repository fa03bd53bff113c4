import { transaction } from '#platform/db/index.ts'
import { getUnit, pageAddress } from '#rooms/agencies/index.ts'
import { type Dossier, type DossierHappening, lockDossierAsSystem, refOf } from '#rooms/dossiers/index.ts'
import { notify, type Occasion } from '#rooms/notifications/index.ts'
import { type PostMoved, wishPost } from '#rooms/post/index.ts'

/** A result is ready and wanted on paper by post: it waits at the desk that received the dossier. R-197 */
export async function postResult({ agencyId, dossierId }: DossierHappening): Promise<void> {
  await transaction(agencyId, async (tx) => {
    const dossier = await lockDossierAsSystem(tx, agencyId, dossierId)
    if (dossier.resultChannel !== 'post') return
    const unit = await getUnit(tx, dossier.receivingUnitId)
    await wishPost(tx, {
      ...{ agencyId, dossierId, ref: refOf(dossier), personId: dossier.personId, unitId: unit.id },
      sender: {
        name: unit.name.vi,
        phone: unit.phone ?? '',
        address: unit.address?.vi ?? unit.name.vi,
      },
      receiver: receiverOf(dossier),
    })
  })
}

/** As the form says it; the officer gives province and commune apart when the item is packed. */
function receiverOf({ applicant, answers }: Dossier) {
  const { postAddress } = answers
  const address = typeof postAddress === 'string' && postAddress.trim() !== '' ? postAddress : applicant.address
  return { name: applicant.name, phone: applicant.phone ?? '', address: address ?? '', province: '' }
}

const OCCASIONS: Partial<Record<PostMoved['state'], Occasion>> = { collected: 'posted', returned: 'post-returned' }

/** The person hears that their paper is on its way, or came back. */
export async function tellPostMoved({ agencyId, itemId, dossierId, ref, personId, state, itemCode }: PostMoved) {
  const occasion = OCCASIONS[state]
  if (!occasion || personId === undefined) return
  const { dossier, unit } = await transaction(agencyId, async (tx) => {
    const found = await lockDossierAsSystem(tx, agencyId, dossierId)
    return { dossier: found, unit: await getUnit(tx, found.receivingUnitId) }
  })
  const { language } = dossier
  await notify({
    ...{ agencyId, key: `post:${itemId}:${state}`, personId, language, occasion, ref },
    email: dossier.applicant.email,
    procedure: dossier.procedureName[language],
    url: await pageAddress(agencyId, language, '/my/post'),
    facts: { agency: unit.name[language] },
    reasons: itemCode ? [itemCode] : [],
  })
}
