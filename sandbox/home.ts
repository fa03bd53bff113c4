import { html } from './web/html.ts'
import { type Answer, showPage } from './web/router.ts'

interface Port {
  name: string
  english: string
  about: string
  links: string[]
}

const PORTS: Port[] = [
  {
    name: 'Định danh công dân, doanh nghiệp',
    english: 'Citizen sign-in',
    about: 'OpenID Connect như Cổng Dịch vụ công quốc gia.',
    links: ['/citizens/.well-known/openid-configuration'],
  },
  {
    name: 'Đăng nhập cán bộ',
    english: 'Staff sign-in',
    about: 'OpenID Connect của tỉnh Mẫu (H99) và Bộ Mẫu (G99).',
    links: ['/staff/.well-known/openid-configuration'],
  },
  {
    name: 'Ký số từ xa',
    english: 'Remote signing',
    about: 'Nhận giá trị băm, trả chữ ký; có thể ký hoặc từ chối bằng tay.',
    links: ['/signing'],
  },
  {
    name: 'Chứng thư số, thu hồi, dấu thời gian',
    english: 'Certificates, revocation, time stamps',
    about: 'OCSP tại /ocsp, dấu thời gian RFC 3161 tại /tsa.',
    links: ['/ca/root.pem', '/ca/intermediate.pem', '/ca/root.crl', '/ca/intermediate.crl'],
  },
  {
    name: 'Cổng Dịch vụ công quốc gia',
    english: 'National portal',
    about:
      'Nhận hồ sơ, tiến độ, hỏi đáp, đánh giá; đẩy hồ sơ nộp tại Cổng về cơ quan. Có cả nền tảng LGSP, NDXP đứng trước.',
    links: ['/national', '/national/born'],
  },
  {
    name: 'Đo lường dịch vụ (EMC)',
    english: 'Measurement',
    about: 'Nhận sự kiện hồ sơ và lượt xem trang; số liệu từng ngày để đối soát.',
    links: ['/emc', '/emc/embed/gov-tracking.min.js'],
  },
  {
    name: 'Các cơ sở dữ liệu, hệ thống chuyên ngành',
    english: 'Registries',
    about: 'Dân cư, doanh nghiệp, hộ tịch, liên thông, lý lịch tư pháp, đất đai, bảo trợ xã hội, giấy phép lái xe.',
    links: [
      ...['population', 'apiDKKD', 'civil-status', 'interlinked', 'criminal-record', 'land'],
      ...['social-assistance', 'driving-licence'],
    ].map((name) => `/registries/${name}`),
  },
  {
    name: 'Văn bản, bưu chính, tin nhắn, Zalo',
    english: 'Documents, post, SMS, Zalo',
    about: 'Gửi dự thảo và nhận số, ngày; đặt bưu gửi; tin nhắn hai nhà mạng; tin Zalo.',
    links: ['/document-system', '/post', '/sms', '/zalo'],
  },
  {
    name: 'Hộp thư',
    english: 'Mailbox',
    about: 'Mọi thư cổng gửi ra đều đến đây.',
    links: ['/mailbox', '/mailbox.json'],
  },
  {
    name: 'Trục trặc theo ý',
    english: 'Faults on demand',
    about: 'Làm cho một hệ thống chậm, hỏng hay trả lời sai.',
    links: ['/faults'],
  },
]

export function homePage(): Answer {
  const ports = PORTS.map(
    ({ name, english, about, links }) => html`<h2>${name} <span lang="en">· ${english}</span></h2><p>${about}</p>
<ul>${links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}</ul>`,
  )
  const body = html`<p>Chương trình này đóng vai các hệ thống mà cổng dịch vụ công nói chuyện cùng. Mọi người, tổ chức và con số ở đây đều là hư cấu.
<span lang="en">This program plays the systems a public-service portal talks to. Every person, organisation and number is invented.</span></p>${ports}`
  return showPage('Thế giới bên ngoài thu nhỏ · Sandbox', body)
}
