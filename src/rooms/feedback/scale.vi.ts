/** From 5 to 1, wherever people say how satisfied they are. */
export const vi = {
  '5': 'Rất hài lòng',
  '4': 'Hài lòng',
  '3': 'Bình thường',
  '2': 'Không hài lòng',
  '1': 'Rất không hài lòng',
}
