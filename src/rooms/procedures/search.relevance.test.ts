import { beforeAll, describe, expect, test } from 'vitest'
import { cardOf } from './card.ts'
import { prepareCatalogue } from './catalogue/prepare.ts'
import { readCatalogueSource } from './commands/read-source.ts'
import { find } from './search/find.ts'
import { buildSearchIndex, type SearchIndex } from './search/search-index.ts'
import { CATALOGUE, hasCatalogue } from './testing.ts'

/**
 * How people ask, and what they mean: without marks, with wrong marks, with slips, in everyday words, from life.
 * Any of the codes is a right answer. The floors at the end are what the ranking reaches; they only go up.
 */
const QUERIES: [query: string, ...codes: string[]][] = [
  ['giay doc than', '1.004873'],
  ['xác nhận độc thân', '1.004873'],
  ['giấy xác nhận tình trạng hôn nhân', '1.004873'],
  ['tinh trang hon nhan', '1.004873'],
  ['xin giấy chưa kết hôn', '1.004873'],
  ['dang ky ket hon', '1.000894'],
  ['kethon', '1.000894'],
  ['giấy kết hôn', '1.000894'],
  ['ket hom', '1.000894'],
  ['tôi muốn lấy vợ', '1.000894'],
  ['sắp cưới cần giấy tờ gì', '1.000894'],
  ['kết hôn với người nước ngoài', '2.000806'],
  ['lấy chồng hàn quốc', '2.000806'],
  ['mất giấy đăng ký kết hôn', '1.004746', '2.000507', '2.000635'],
  ['lý lịch tư pháp', '3.000333'],
  ['ly lich tu phap', '3.000333'],
  ['lltp', '3.000333'],
  ['lí lịch tư pháp số 2', '3.000333'],
  ['giấy không tiền án tiền sự', '3.000333'],
  ['khai sinh cho con', '1.001193'],
  ['dang ky khai sinh', '1.001193'],
  ['làm giấy khai sinh cho bé', '1.001193', '2.000986', '2.001023'],
  ['vợ tôi mới sinh em bé', '1.001193', '2.000986', '2.001023'],
  ['khai xinh', '1.001193'],
  ['mất giấy khai sinh', '1.004884', '2.000635'],
  ['trích lục khai sinh', '2.000635'],
  ['ban sao giay khai sinh', '2.000635'],
  ['mẹ tôi vừa mất', '1.000656'],
  ['giấy chứng tử', '1.000656'],
  ['khai tu', '1.000656'],
  ['ông nội qua đời', '1.000656'],
  ['làm nhà', '1.013225'],
  ['xin phép xây nhà', '1.013225'],
  ['giay phep xay dung nha o', '1.013225'],
  ['sửa nhà', '1.013229'],
  ['gplx', '3.000346', '3.000347', '3.000348'],
  ['đổi bằng lái xe', '3.000347'],
  ['doi giay phep lai xe', '3.000347'],
  ['bằng lái hết hạn', '3.000347'],
  ['mất bằng lái xe máy', '3.000348'],
  ['bằng lái quốc tế', '3.000353'],
  ['tạm trú', '1.004194'],
  ['dang ky tam tru', '1.004194'],
  ['sinh viên ở trọ', '1.004194'],
  ['gia hạn tạm trú', '1.002755'],
  ['hktt', '1.004222'],
  ['nhập hộ khẩu cho con', '1.004222'],
  ['chuyển hộ khẩu', '1.004222'],
  ['thuong tru', '1.004222'],
  ['tách khẩu', '1.010038'],
  ['cắt khẩu', '1.003197'],
  ['xác nhận cư trú', '1.010041'],
  ['ct07', '1.010041'],
  ['cccd', '1.014061', '1.014062', '1.014063', '1.014064'],
  ['làm căn cước cho con', '1.014062'],
  ['mất cccd', '1.014064'],
  ['đổi căn cước hết hạn', '1.014063'],
  ['chứng minh nhân dân', '1.014061', '1.014063', '1.014064'],
  ['hộ chiếu', '1.001456', '1.001471'],
  ['lam passport', '1.001456', '1.001471'],
  ['mất hộ chiếu', '1.010386', '1.001445', '2.000539'],
  ['sao y bản chính', '2.000815'],
  ['cong chung giay to', '2.000815'],
  ['chứng thực chữ ký', '2.000884'],
  ['sơ yếu lý lịch', '2.000884'],
  ['mở quán cà phê', '1.001612'],
  ['đăng ký hộ kinh doanh', '1.001612'],
  ['dang ky ho kinh doanh ca the', '1.001612'],
  ['giải thể hộ kinh doanh', '1.001266'],
  ['đổi tên trong giấy khai sinh', '1.004859'],
  ['cải chính hộ tịch', '1.004859'],
  ['nhận con nuôi', '2.001263'],
  ['giám hộ', '1.004837'],
  ['nhận cha cho con', '1.001022'],
  ['sổ đỏ', '1.012753', '1.013978', '1.012783', '1.012787', '1.013993'],
  ['làm sổ đỏ lần đầu', '1.013978', '1.012753'],
  ['sang tên sổ đỏ', '1.013980', '1.012787'],
  ['tách thửa', '1.012784'],
  ['trợ cấp thất nghiệp', '1.014748'],
  ['tôi bị mất việc', '1.014748'],
  ['giấy xác nhận khuyết tật', '1.001699'],
  ['trợ cấp người cao tuổi', '1.014027'],
  ['hộ nghèo', '1.011607', '1.011606'],
  ['chuyển trường cho con', '2.002854'],
  ['tiền mai táng', '1.001731', '1.014028', '1.014177'],
  ['sang tên xe', '1.013076'],
  ['gia hạn visa', '1.003326', '1.001146', '1.000039'],
  ['nhập quốc tịch', '2.002039'],
  ['thôi quốc tịch', '2.002036'],
  ['hòa giải tranh chấp đất', '1.012812'],
  ['tạm vắng', '1.003677'],
  ['karaoke', '1.001029'],
  ['di chúc', '2.001019'],
  ['khuyến mại', '2.000033'],
  ['chế độ thai sản', '2.000693', '1.014166'],
  ['miễn giảm học phí', '1.014333', '1.014335'],
  ['rút bảo hiểm xã hội một lần', '1.014173', '1.001613'],
  ['đăng ký nhãn hiệu', '1.015002'],
  ['thành lập công ty tnhh', '2.001583', '2.001199'],
  ['giấy phép lao động cho người nước ngoài', '1.014199'],
  ['đăng ký thuế lần đầu', '1.008498', '2.002225'],
  ['giấy phép an toàn thực phẩm quán ăn', '1.013855'],
  ['chung chi hanh nghe xay dung', '1.013237'],
  ['1.004873', '1.004873'],
]

describe.skipIf(!hasCatalogue)('relevance on the real catalogue (skipped where ../shared is not there)', () => {
  let index: SearchIndex

  beforeAll(async () => {
    const { procedures } = prepareCatalogue(await readCatalogueSource(CATALOGUE))
    const documents = procedures.flatMap(({ code, full, listed }) => {
      const record = full?.record ?? listed?.record
      if (!record) return []
      const { name, kind } = record
      return [{ ...cardOf(record), code, name, kind, keywords: [] }]
    })
    index = await buildSearchIndex(documents, 1)
  })

  const placeOf = ([query, ...codes]: (typeof QUERIES)[number]) => {
    const { hits } = find(index, { offers: new Map() }, { query, limit: 50 })
    const place = hits.findIndex(({ code }) => codes.includes(code))
    return place < 0 ? Number.POSITIVE_INFINITY : place + 1
  }

  test(`R-011: ${QUERIES.length} questions find their procedure`, () => {
    const places = QUERIES.map(placeOf)
    const within = (top: number) => places.filter((place) => place <= top).length / places.length
    const reciprocal = places.reduce((sum, place) => sum + 1 / place, 0) / places.length
    const figures = { top1: within(1), top3: within(3), top5: within(5), mrr: reciprocal }
    const late = QUERIES.flatMap(([query], at) => ((places[at] ?? 0) > 1 ? [`${query}: ${places[at]}`] : []))
    console.log(
      Object.entries(figures)
        .map(([name, value]) => `${name} ${value.toFixed(3)}`)
        .join(', '),
      late,
    )

    expect(figures.top1).toBeGreaterThanOrEqual(0.97)
    expect(figures.top3).toBeGreaterThanOrEqual(0.98)
    expect(figures.top5).toBe(1)
    expect(figures.mrr).toBeGreaterThanOrEqual(0.98)
  })

  test.each([
    ['giay doc than', '1.004873'],
    ['dang ky ket hon', '1.000894'],
    ['lý lịch tư pháp', '3.000333'],
    ['khai sinh cho con', '1.001193'],
    ['làm nhà', '1.013225'],
    ['tạm trú', '1.004194'],
  ])('%s finds %s first', (query, code) => {
    expect(placeOf([query, code])).toBe(1)
  })
})
