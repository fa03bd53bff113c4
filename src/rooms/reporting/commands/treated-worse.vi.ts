interface Finding {
  what: string
  channel: string
  measure: string
  url: string
}

/** To those who lead, who read Vietnamese. */
export function letter({ what, channel, measure, url }: Finding): { subject: string; text: string } {
  return {
    subject: `Một cách nộp đang bị đối xử kém hơn: ${channel}`,
    text: `Đêm qua máy so các cách nộp và thấy một chỗ chênh lệch không thể coi là tình cờ.

Thủ tục: ${what}
Cách nộp: ${channel}
Kém hơn ở: ${measure}

Luật cấm phân biệt theo cách nộp (Nghị định 42/2022/NĐ-CP, Điều 15 khoản 1 điểm b). Xin xem vì sao và trả lời.
Mức chênh, khoảng tin cậy và cách so: ${url}
`,
  }
}
