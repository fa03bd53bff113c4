export const vi = {
  first: (when: string) => `Ngày hẹn lúc đầu: ${when}.`,
  restarted: (when: string) =>
    `Hồ sơ được bổ sung đủ lúc ${when}, và thời hạn đếm lại từ lúc đó (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4).`,
}
