const LONG = /(\S{25,})/
/** After marks, before a capital, and where there is neither for long. */
const PLACES = /(?<=[.\]:_,/}=&?])|(?<=[a-z])(?=[A-Z[])|(?<=^\S{24}|(?<=[^\w]\w{24}))/

/** A text in which long names and addresses may break: `DanhSachGiayToKetQua[0].DuongDanTepTinKetQua` is wider than a phone. */
export function Breaking({ children }: { children: string }) {
  return children
    .split(LONG)
    .flatMap((part, place) => (place % 2 === 1 ? part.split(PLACES).filter((piece) => piece !== '') : [part]))
    .flatMap((piece, place) => (place === 0 ? [piece] : [<wbr key={place} />, piece]))
}
