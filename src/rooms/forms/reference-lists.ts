import { nfc } from '#kernel/vietnamese.ts'
import type { OptionDefinition } from './definition.ts'

/** Value, Vietnamese, and English where it differs; one a line, or parted by semicolons. */
function listOf(lines: string): OptionDefinition[] {
  return nfc(lines.trim())
    .split(/\n|; /)
    .map((line) => {
      const [value = '', vi = value, en = vi] = line.split('|')
      return { value, label: { vi, en } }
    })
}

/** The 54 peoples, by the names the census uses (Decision 421/TCTK of 1979), and an open end. */
const ETHNICITIES = listOf(`
Kinh; Tày; Thái; Mường; Khmer; Hoa; Nùng; Mông; Dao; Gia-Rai; Ê-đê; Ba-na; Sán Chay; Chăm; Cơ-ho; Xơ-đăng
Sán Dìu; Hrê; Ra-glai; Mnông; Thổ; Xtiêng; Khơ-mú; Bru-Vân Kiều; Cơ-tu; Giáy; Tà-ôi; Mạ; Gié-Triêng; Co
Chơ-ro; Xinh-mun; Hà Nhì; Chu-ru; Lào; La Chí; Kháng; Phù Lá; La Hủ; La Ha; Pà Thẻn; Lự; Ngái; Chứt; Lô Lô
Mảng; Cơ Lao; Bố Y; Cống; Si La; Pu Péo; Rơ-măm; Brâu; Ơ-đu; other|Dân tộc khác|Another
`)

/** States by ISO 3166-1 alpha-2; Viet Nam first, then as the Vietnamese alphabet has them. */
const COUNTRIES = listOf(`
VN|Việt Nam|Viet Nam
SA|Ả Rập Xê-út|Saudi Arabia
AF|Afghanistan|Afghanistan
EG|Ai Cập|Egypt
AL|Albania|Albania
DZ|Algeria|Algeria
AD|Andorra|Andorra
AO|Angola|Angola
AG|Antigua và Barbuda|Antigua & Barbuda
AT|Áo|Austria
AR|Argentina|Argentina
AM|Armenia|Armenia
AZ|Azerbaijan|Azerbaijan
IN|Ấn Độ|India
PL|Ba Lan|Poland
BS|Bahamas|Bahamas
BH|Bahrain|Bahrain
BD|Bangladesh|Bangladesh
BB|Barbados|Barbados
MK|Bắc Macedonia|North Macedonia
BY|Belarus|Belarus
BZ|Belize|Belize
BJ|Benin|Benin
BT|Bhutan|Bhutan
BE|Bỉ|Belgium
BO|Bolivia|Bolivia
BA|Bosnia và Herzegovina|Bosnia & Herzegovina
BW|Botswana|Botswana
PT|Bồ Đào Nha|Portugal
BR|Brazil|Brazil
BN|Brunei|Brunei
BG|Bulgaria|Bulgaria
BF|Burkina Faso|Burkina Faso
BI|Burundi|Burundi
AE|Các Tiểu Vương quốc Ả Rập Thống nhất|United Arab Emirates
CM|Cameroon|Cameroon
KH|Campuchia|Cambodia
CA|Canada|Canada
CV|Cape Verde|Cape Verde
TD|Chad|Chad
CL|Chile|Chile
CO|Colombia|Colombia
KM|Comoros|Comoros
CG|Congo - Brazzaville|Congo - Brazzaville
CD|Congo - Kinshasa|Congo - Kinshasa
CR|Costa Rica|Costa Rica
DO|Cộng hòa Dominica|Dominican Republic
CF|Cộng hòa Trung Phi|Central African Republic
CI|Côte d’Ivoire|Côte d’Ivoire
HR|Croatia|Croatia
CU|Cuba|Cuba
DJ|Djibouti|Djibouti
DM|Dominica|Dominica
DK|Đan Mạch|Denmark
DE|Đức|Germany
EC|Ecuador|Ecuador
SV|El Salvador|El Salvador
ER|Eritrea|Eritrea
EE|Estonia|Estonia
SZ|Eswatini|Eswatini
ET|Ethiopia|Ethiopia
FJ|Fiji|Fiji
GA|Gabon|Gabon
GM|Gambia|Gambia
GE|Georgia|Georgia
GH|Ghana|Ghana
GD|Grenada|Grenada
GT|Guatemala|Guatemala
GN|Guinea|Guinea
GQ|Guinea Xích Đạo|Equatorial Guinea
GW|Guinea-Bissau|Guinea-Bissau
GY|Guyana|Guyana
NL|Hà Lan|Netherlands
HT|Haiti|Haiti
KR|Hàn Quốc|South Korea
US|Hoa Kỳ|United States
HN|Honduras|Honduras
HU|Hungary|Hungary
GR|Hy Lạp|Greece
IS|Iceland|Iceland
ID|Indonesia|Indonesia
IR|Iran|Iran
IQ|Iraq|Iraq
IE|Ireland|Ireland
IL|Israel|Israel
IT|Italy|Italy
JM|Jamaica|Jamaica
JO|Jordan|Jordan
KZ|Kazakhstan|Kazakhstan
KE|Kenya|Kenya
KI|Kiribati|Kiribati
KW|Kuwait|Kuwait
KG|Kyrgyzstan|Kyrgyzstan
PS|Lãnh thổ Palestine|Palestinian Territories
LA|Lào|Laos
LV|Latvia|Latvia
LS|Lesotho|Lesotho
LB|Li-băng|Lebanon
LR|Liberia|Liberia
LY|Libya|Libya
LI|Liechtenstein|Liechtenstein
LT|Litva|Lithuania
LU|Luxembourg|Luxembourg
MA|Ma-rốc|Morocco
MG|Madagascar|Madagascar
MW|Malawi|Malawi
MY|Malaysia|Malaysia
MV|Maldives|Maldives
ML|Mali|Mali
MT|Malta|Malta
MR|Mauritania|Mauritania
MU|Mauritius|Mauritius
MX|Mexico|Mexico
FM|Micronesia|Micronesia
MD|Moldova|Moldova
MC|Monaco|Monaco
ME|Montenegro|Montenegro
MZ|Mozambique|Mozambique
MN|Mông Cổ|Mongolia
MM|Myanmar (Miến Điện)|Myanmar (Burma)
NO|Na Uy|Norway
ZA|Nam Phi|South Africa
SS|Nam Sudan|South Sudan
NA|Namibia|Namibia
NR|Nauru|Nauru
NP|Nepal|Nepal
NZ|New Zealand|New Zealand
RU|Nga|Russia
JP|Nhật Bản|Japan
NI|Nicaragua|Nicaragua
NE|Niger|Niger
NG|Nigeria|Nigeria
OM|Oman|Oman
PK|Pakistan|Pakistan
PW|Palau|Palau
PA|Panama|Panama
PG|Papua New Guinea|Papua New Guinea
PY|Paraguay|Paraguay
PE|Peru|Peru
FR|Pháp|France
FI|Phần Lan|Finland
PH|Philippines|Philippines
QA|Qatar|Qatar
MH|Quần đảo Marshall|Marshall Islands
SB|Quần đảo Solomon|Solomon Islands
RO|Romania|Romania
RW|Rwanda|Rwanda
WS|Samoa|Samoa
SM|San Marino|San Marino
ST|São Tomé và Príncipe|São Tomé & Príncipe
CZ|Séc|Czechia
SN|Senegal|Senegal
RS|Serbia|Serbia
SC|Seychelles|Seychelles
SL|Sierra Leone|Sierra Leone
SG|Singapore|Singapore
CY|Síp|Cyprus
SK|Slovakia|Slovakia
SI|Slovenia|Slovenia
SO|Somalia|Somalia
LK|Sri Lanka|Sri Lanka
KN|St. Kitts và Nevis|St. Kitts & Nevis
LC|St. Lucia|St. Lucia
VC|St. Vincent và Grenadines|St. Vincent & Grenadines
SD|Sudan|Sudan
SR|Suriname|Suriname
SY|Syria|Syria
TJ|Tajikistan|Tajikistan
TZ|Tanzania|Tanzania
ES|Tây Ban Nha|Spain
TH|Thái Lan|Thailand
VA|Thành Vatican|Vatican City
TR|Thổ Nhĩ Kỳ|Türkiye
SE|Thụy Điển|Sweden
CH|Thụy Sĩ|Switzerland
TL|Timor-Leste|Timor-Leste
TG|Togo|Togo
TO|Tonga|Tonga
KP|Triều Tiên|North Korea
TT|Trinidad và Tobago|Trinidad & Tobago
CN|Trung Quốc|China
TN|Tunisia|Tunisia
TM|Turkmenistan|Turkmenistan
TV|Tuvalu|Tuvalu
AU|Úc|Australia
UG|Uganda|Uganda
UA|Ukraina|Ukraine
UY|Uruguay|Uruguay
UZ|Uzbekistan|Uzbekistan
VU|Vanuatu|Vanuatu
VE|Venezuela|Venezuela
GB|Vương quốc Anh|United Kingdom
YE|Yemen|Yemen
ZM|Zambia|Zambia
ZW|Zimbabwe|Zimbabwe
`)

/** Banks by the number that transfers between banks use. To be compared with the State Bank’s list before real use. */
const BANKS = listOf(`
970436|Vietcombank (Ngoại thương)
970415|VietinBank (Công thương)
970418|BIDV (Đầu tư và Phát triển)
970405|Agribank (Nông nghiệp và Phát triển nông thôn)
970422|MB (Quân đội)
970407|Techcombank (Kỹ thương)
970416|ACB (Á Châu)
970432|VPBank (Việt Nam Thịnh Vượng)
970423|TPBank (Tiên Phong)
970403|Sacombank (Sài Gòn Thương Tín)
970437|HDBank (Phát triển TP. Hồ Chí Minh)
970441|VIB (Quốc tế)
970443|SHB (Sài Gòn – Hà Nội)
970431|Eximbank (Xuất nhập khẩu)
970426|MSB (Hàng hải)
970440|SeABank (Đông Nam Á)
970448|OCB (Phương Đông)
970449|LPBank (Lộc Phát)
970428|Nam A Bank (Nam Á)
970409|Bac A Bank (Bắc Á)
970412|PVcomBank (Đại chúng)
970425|ABBANK (An Bình)
970427|VietABank (Việt Á)
970419|NCB (Quốc dân)
970452|KienlongBank (Kiên Long)
970429|SCB (Sài Gòn)
970400|Saigonbank (Sài Gòn Công Thương)
970438|BaoViet Bank (Bảo Việt)
970433|Vietbank (Việt Nam Thương Tín)
970430|PGBank (Thịnh vượng và Phát triển)
970446|Co-opBank (Hợp tác xã)
970424|Shinhan Bank
970410|Standard Chartered
458761|HSBC
970457|Woori Bank
970458|UOB
422589|CIMB
other|Ngân hàng khác|Another bank
`)

/** Lists every form may name in `options`, besides its own. */
export const REFERENCE_LISTS: Readonly<Record<string, readonly OptionDefinition[]>> = {
  ethnicities: ETHNICITIES,
  countries: COUNTRIES,
  banks: BANKS,
}
