export const vi = {
  few: 'ít, không nêu',
  fewNote:
    'Số từ 1 đến 4 không nêu, cũng không nêu những số có thể suy ra được nó: ít hồ sơ quá thì người quen có thể đoán ra là của ai.',
  noData: 'chưa có số liệu',
  percent: (value: string): string => `${value}%`,
  atLeast: (value: string): string => `ít nhất ${value}%`,
  days: (value: string): string => `${value} ngày`,
  hours: (value: string): string => `${value} giờ`,
  minutes: (value: string): string => `${value} phút`,
  hoursAndMinutes: (hours: string, minutes: string): string => `${hours} giờ ${minutes} phút`,
  month: (month: string, year: string): string => `Tháng ${month}/${year}`,
  channels: {
    online: 'Trên cổng này',
    'national-portal': 'Cổng Dịch vụ công quốc gia',
    counter: 'Tại quầy',
    post: 'Bưu điện',
  } as Readonly<Record<string, string>>,
}
