import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Frame, FrameContext } from './frame.ts'

/** A frame of invented Tỉnh Mẫu, for tests of components and views. */
export function aFrame(changes: Partial<Frame> = {}): Frame {
  return {
    agency: {
      id: 1,
      code: 'H99',
      kind: 'province',
      name: { vi: 'Tỉnh Mẫu', en: 'Sample Province' },
      fullName: { vi: 'Ủy ban nhân dân tỉnh Mẫu', en: 'People’s Committee of Sample Province' },
      portalName: { vi: 'Cổng dịch vụ công tỉnh Mẫu', en: 'Sample Province public services' },
      contact: {
        unit: { vi: 'Văn phòng', en: 'Office' },
        person: 'Nguyễn Văn Ví',
        position: { vi: 'Chánh Văn phòng', en: 'Chief of Office' },
        address: { vi: 'Số 1, đường Một Cửa', en: '1 Một Cửa Street' },
        phone: '0200 000 001',
        hotline: '1022',
        email: 'hotro@tinhmau.example',
      },
      seedColour: '#9b1b2a',
    },
    language: 'vi',
    origin: 'http://dichvucong.tinhmau.localhost',
    sisterOrigin: 'http://e-services.sampleprovince.localhost',
    path: '/procedures?q=khai%20sinh',
    area: 'public',
    viewer: undefined,
    menu: [
      { href: '/', label: { vi: 'Trang chủ', en: 'Home' } },
      { href: '/procedures', label: { vi: 'Thủ tục', en: 'Services' } },
    ],
    preferences: {},
    csrfToken: 'form-token',
    nonce: 'n',
    assets: { css: '/assets/motcua.css', accent: '/accent/9b1b2a.css', island: (name) => `/assets/${name}.js` },
    lastSync: new Date('2026-11-23T06:30:00Z'),
    simulated: false,
    ...changes,
  }
}

/** The HTML of a component inside a page's frame. */
export function renderInFrame(node: VNode, changes: Partial<Frame> = {}): string {
  return renderToString(h(FrameContext.Provider, { value: aFrame(changes) }, node))
}
