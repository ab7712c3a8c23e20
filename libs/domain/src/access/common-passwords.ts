/**
 * The words that people most often choose as passwords, in English and in the languages and keyboard layouts of our four
 * countries, and the words of this product. In lower case and as short as possible: password.ts also refuses passwords composed
 * of them, and what the same keys write in another layout.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  password passwort passw pass passwd pwd parol parolparol secret access login logon signin welcome hello letmein
  admin administrator root user username guest test tester testing demo default changeme change temp temporary
  master super superuser superman batman spiderman pokemon dragon monkey shadow sunshine princess queen king prince
  iloveyou loveyou love lovely lover baby babygirl angel angels honey sweet sweety sweetheart darling forever friend friends
  football soccer baseball basketball hockey tennis golf sport liverpool arsenal chelsea barcelona realmadrid juventus
  michael jordan jennifer jessica daniel thomas robert charlie andrew matthew joshua ashley nicole amanda hannah anthony
  william george richard martin alex alexander alexandra maria marina natasha olga elena irina tatiana svetlana anna nastya
  dmitry sergey andrey ivan vladimir maxim aibek nurlan gulnara aigul bakyt timur ruslan aliya dilnoza rustam farrukh
  qwerty qwertyu qwertyui qwertyuiop qwert asdf asdfg asdfgh asdfghjkl zxcv zxcvb zxcvbn zxcvbnm qazwsx qazwsxedc edc
  wsx rfv tgb yhn ujm qweasd qweasdzxc qwe asd zxc azerty qwertz poiuytrewq mnbvcxz lkjhgfdsa
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghijkl abcabc xyz aaa aaaa aaaaaa xxx xxxx zzz zzzz
  computer internet server google yandex facebook instagram telegram whatsapp windows microsoft linux apple samsung nokia
  iphone android mercedes ferrari porsche toyota honda mustang harley corvette bmw
  summer winter spring autumn january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday morning night today tomorrow yesterday year
  money dollar million cash silver gold golden diamond crystal bank office work company business manager director
  ministry minister government official report reporter officer statistics president police
  whatever nothing something trustno trust freedom liberty peace happy smile lucky luck star stars sky moon sun flower flowers
  rose cherry banana orange chocolate cookie cheese coffee vodka pepper ginger buster hunter ranger killer hacker matrix
  starwars startrek jedi phoenix tiger lion wolf bear eagle falcon cat dog kitty puppy bunny mickey snoopy
  russia kazakhstan kazakstan kyrgyzstan kirgizstan tajikistan uzbekistan almaty astana bishkek osh dushanbe khujand
  tashkent samarkand bukhara asia centralasia central moscow
  qadam kadam step gender violence women woman equality indicator tracker data
  пароль парольпароль привет любовь солнце наташа марина сергей андрей дмитрий максим алексей светлана татьяна анастасия
  самолет спартак зенит машина любимая любимый солнышко котенок зайчик малыш ангел звезда победа свобода весна зима лето осень
  мама папа семья доступ админ администратор вход россия казахстан кыргызстан киргизия таджикистан узбекистан
  алматы астана бишкек душанбе ташкент самарканд қадам кадам министерство отчет статистика
  мой моя наш дом работа отдел начальник секретарь бухгалтер договор проект пользователь секрет тест входпароль новыйпароль
  құпиясөз сәлем махаббат қазақстан астана отбасы анашым күн сырсөз салам кыргызстан ата эне жан сүйүү апам балам
  рамз салом тоҷикистон модар падар муҳаббат дӯст парол калидвожа ўзбекистон она ота севги дўст оила ватан юрак
  unbelievable thunderstorm butterfly christopher alejandro alexandria manchester chelseafc superstar blink linkin park trustme
  parolka sirli maxfiy ozbekiston toshkent samarqand vatan yurak onajon otajon dustim kyrgyz qazaq kazakh tojikiston salem zhanym
  salom salam assalom parolim sevgi muhabbat menikim jaksy rahmat rakhmat
  `
    .trim()
    .split(/\s+/),
);
