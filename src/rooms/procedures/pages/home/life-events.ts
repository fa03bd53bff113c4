import type { IconName } from '#platform/html/icons.ts'
import type { Bilingual } from '#platform/i18n/index.ts'

/** A moment of life and the procedures that belong to it, the usual first. R-019 (ground) */
export interface LifeEvent {
  id: string
  name: Bilingual
  text: Bilingual
  icon: IconName
  codes: string[]
  /** What is searched when none of the codes is in the catalogue. */
  query: string
}

export const LIFE_EVENTS: LifeEvent[] = [
  {
    id: 'birth',
    name: { vi: 'Sinh con', en: 'Having a child' },
    text: { vi: 'Khai sinh, thường trú, thẻ bảo hiểm y tế', en: 'Birth registration, residence, health insurance' },
    icon: 'birth',
    codes: ['1.001193', '2.000986', '2.001023', '1.001022', '2.000635', '1.004222', '1.014062', '2.000693', '2.001263'],
    query: 'khai sinh',
  },
  {
    id: 'marriage',
    name: { vi: 'Kết hôn', en: 'Getting married' },
    text: { vi: 'Đăng ký kết hôn, xác nhận tình trạng hôn nhân', en: 'Marriage registration, marital status' },
    icon: 'marriage',
    codes: ['1.000894', '1.004873', '2.000806', '1.004746', '2.000635', '1.004222'],
    query: 'kết hôn',
  },
  {
    id: 'moving',
    name: { vi: 'Chuyển chỗ ở', en: 'Moving home' },
    text: { vi: 'Thường trú, tạm trú, xác nhận cư trú', en: 'Permanent and temporary residence' },
    icon: 'move',
    codes: ['1.004222', '1.004194', '1.002755', '1.010041', '1.010038', '1.003197', '1.003677', '2.002854', '1.014063'],
    query: 'cư trú',
  },
  {
    id: 'building',
    name: { vi: 'Làm nhà, đất đai', en: 'Building, land' },
    text: { vi: 'Giấy phép xây dựng, sang tên, tách thửa', en: 'Building permit, transfer, dividing a plot' },
    icon: 'building',
    codes: ['1.013225', '1.013229', '1.013978', '1.013831', '1.012784', '1.012783', '1.013992', '1.012812'],
    query: 'giấy phép xây dựng nhà ở',
  },
  {
    id: 'shop',
    name: { vi: 'Mở cửa hàng', en: 'Opening a shop' },
    text: { vi: 'Hộ kinh doanh, doanh nghiệp tư nhân', en: 'Household business, private enterprise' },
    icon: 'shop',
    codes: ['1.001612', '2.000720', '1.001570', '1.001266', '2.001610', '2.001583', '2.001199', '1.013855', '1.001029'],
    query: 'hộ kinh doanh',
  },
  {
    id: 'work',
    name: { vi: 'Đi làm, đi học', en: 'Work and study' },
    text: { vi: 'Lý lịch tư pháp, chứng thực bản sao', en: 'Criminal record certificate, certified copies' },
    icon: 'work',
    codes: ['3.000333', '2.000815', '2.000884', '1.014748', '3.000346', '3.000347', '2.002854', '1.014333', '1.001456'],
    query: 'lý lịch tư pháp',
  },
  {
    id: 'support',
    name: { vi: 'Tuổi già, trợ giúp', en: 'Old age, support' },
    text: { vi: 'Trợ cấp xã hội, hưu trí, người có công', en: 'Social allowances, pensions, people of merit' },
    icon: 'age',
    codes: ['1.014027', '1.001699', '1.011607', '1.011606', '1.014172', '1.014173', '1.013745'],
    query: 'trợ cấp xã hội',
  },
  {
    id: 'death',
    name: { vi: 'Người thân qua đời', en: 'When someone dies' },
    text: { vi: 'Khai tử, mai táng phí, xóa thường trú', en: 'Death registration, funeral grant' },
    icon: 'passing',
    codes: ['1.000656', '1.001731', '1.014028', '1.003197', '1.005461', '2.001019', '1.014177'],
    query: 'khai tử',
  },
]

export function findLifeEvent(id: string): LifeEvent | undefined {
  return LIFE_EVENTS.find((event) => event.id === id)
}
