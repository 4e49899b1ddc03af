/** What a form should not ask about, with the words by which it is noticed. */
export interface FairHousingTopic {
  about: string;
  why: string;
  /** What a property can do to get at what it needs to know. */
  instead: string;
  /** Lawful practice differs, so that somebody who looked into it may keep the question. */
  reviewable?: true;
  /**
   * Patterns of English and Spanish words, one after the other with commas: lower case, without accents and punctuation,
   * one space in between. Each matches whole words only.
   */
  words: string;
  /** Phrases with such words that mean something else, like a race track. */
  innocent?: string;
}

const federal = 'The US Fair Housing Act protects it';

/**
 * The seven classes of the Fair Housing Act (42 U.S.C. 3604: race, color, religion, sex, familial status, national
 * origin, disability) with the questions that lead there, and what many states add. Part (c) of it is about what is
 * said and asked: a question can itself be read as a preference.
 */
export const topics: readonly FairHousingTopic[] = [
  {
    about: 'race or color',
    why: federal,
    instead: 'Leave it out: no answer to it can matter for a home.',
    words: `
      races?, racial(?:ly)?, ethnic(?:ity|ities)?, skin (?:colou?r|tone), colou?r of (?:your|their|the) skin,
      (?:are|is) (?:you|everyone|anyone) (?:black|white), (?:black|white) (?:people|persons?|famil(?:y|ies)|americans?),
      caucasians?, african americans?, native americans?, american indians?, indigenous, asians?, hispanics?,
      latin[oaxe]s?, raza, etni(?:a|as|cos?|cas?), color de (?:la |su )?piel, indigenas?, hispan[oa]s?, asiatic[oa]s?,
      afroamerican[oa]s?,
      are you (?:african|arab|black|chinese|indian|mexican|white), (?:es|son) (?:usted(?:es)? )?(?:blanc|negr)[oa]s?`,
    innocent: `
      races? (?:tracks?|courses?|cars?|days?|st|streets?|ave|avenue|road|rd), (?:5k|10k|bike|boat|horse|road|foot) races?,
      asian (?:pears?|food|grocery|groceries|restaurants?|markets?|cuisine),
      razas? (?:de (?:la |su |sus )?|del )(?:perr[oa]s?|gat[oa]s?|mascotas?|animal(?:es)?),
      razas? (?:y|o) (?:peso|tamano), que raza es su (?:perr[oa]|gat[oa]|mascota)`,
  },
  {
    about: 'religion',
    why: federal,
    instead: 'Leave it out. Whoever wants to live near a certain place can say so in the message.',
    words: `
      religio(?:n|ns|us), faiths?, church(?:es)?, mosques?, synagogues?, worship, pray(?:er|ers|ing)?, congregation,
      christians?, catholics?, protestants?, baptists?, evangelicals?, muslims?, islam(?:ic)?, jew(?:s|ish)?, hindus?,
      buddhists?, mormons?, atheists?, kosher, halal, sabbath, religios[oa]s?, religiones, iglesias?, mezquitas?,
      sinagogas?, (?:su|que) fe, creencias?, cristian[oa]s?, catolic[oa]s?, protestantes?, evangelic[oa]s?,
      musulman(?:es|a|as)?, judi[oa]s?, budistas?, mormon(?:es|as?), ate[oa]s?,
      celebrate (?:christmas|easter|ramadan|hanukkah|diwali), (?:celebra|celebran) (?:navidad|ramadan)`,
    innocent: `
      good faith, (?:church|mission|temple) (?:st|streets?|ave|avenue|road|rd|lane|entrance),
      calle (?:de la )?iglesia`,
  },
  {
    about: 'sex or gender',
    why: federal,
    instead: 'Leave it out: the person’s name is enough to reply to them.',
    words: `
      sex(?:es)?, genders?, pronouns?, males?, females?, (?:wo)?m[ae]n, girls?, boys?, lad(?:y|ies), mrs, sexo, generos?,
      pronombres?, hombres?, mujer(?:es)?, masculin[oa]s?, femenin[oa]s?, varon(?:es)?, senoritas?`,
    innocent: 'sex offen(?:der|ders|se|ses), genero de (?:musica|pelicula|cine), man cave',
  },
  {
    about: 'sexual orientation or gender identity',
    why: 'Many states and cities protect it, and it is part of no decision about a home',
    instead: 'Leave it out.',
    words: `
      sexual(?:ity)?, gays?, lesbians?, homosexual(?:s|es)?, bisexual(?:s|es)?, heterosexual(?:s|es)?,
      transgender(?:ed)?, queer, lgbt(?:q|qi|qia)?, sexualidad, lesbianas?, transgeneros?,
      trans, (?:are|is) (?:you|everyone|anyone) straight`,
    innocent: 'gay (?:st|street)',
  },
  {
    about: 'children or family',
    why: `${federal} (familial status)`,
    instead: 'Ask "How many people will live here?"',
    words: `
      child(?:ren)?, kids?, bab(?:y|ies), infants?, newborns?, toddlers?, teen(?:s|ager|agers)?, minors, sons,
      (?:your|a|any) son, daughters?, grandchild(?:ren)?, pregnan(?:t|cy), are you expecting(?! ), maternity, custody,
      dependents?, (?:you a|single|new|working) (?:mothers?|fathers?|moms?|dads?|parents?),
      your famil(?:y|ies), family (?:size|status|situation|members?), size of (?:the )?family, familial status,
      (?:have|has|with) (?:a )?famil(?:y|ies), (?:under|below) (?:18|eighteen), adults only, ages,
      age of (?:each|every|everyone|everybody|all|any|other|the)(?: other)?(?: (?:occupants?|residents?|people|person))?,
      hij[oa]s?, ninos?, ninas, (?:una|la|su) nina, bebes?, infantes, adolescentes?, niet[oa]s, embaraz(?:o|adas?),
      custodia, menor(?:es)? de (?:edad|[0-9]+), (?:hay|con|tienen?|sin) menores, (?:su|la) familia,
      (?:tienen?|con) familia, miembros de familia, (?:situacion|estado) familiar,
      (?:es|son) (?:usted |ustedes )?(?:madres?|padres?), edades, edad de (?:cada|los|las|sus|todos|otros), solo adultos,
      or a family, (?:tu|sus?|vuestra) familias?, chic[oa]s, cuantos menores, menores vivir(?:an|a)`,
    innocent: `
      ages? of (?:the |your |any )?(?:dogs?|cats?|pets?|animals?|cars?|vehicles?|buildings?|homes?),
      edad(?:es)? de (?:los |las |sus |cada )?(?:perr[oa]s?|gat[oa]s?|mascotas?|animal(?:es)?|edificios?)`,
  },
  {
    about: 'marital status',
    why: 'Many states protect it, and it often stands for sex or family',
    instead: 'Ask "How many people will live here?" or "Who else should be on the lease?"',
    words: `
      married, unmarried, marital, marriage, spouses?, husbands?, wi(?:fe|ves), fiancee?s?, (?:boy|girl)friends?,
      divorced?, widow(?:s|ed|er|ers)?, newlyweds?, (?:are you|is anyone) (?:a )?(?:single|couple),
      single (?:person|people|man|woman|men|women), estado civil, casad[oa]s?, solter[oa]s?, matrimonio, espos[oa]s?,
      conyuges?, maridos?, novi[oa]s?, divorciad[oa]s?, viud[oa]s?`,
  },
  {
    about: 'national origin, citizenship or immigration',
    why: `${federal} (national origin), and many states protect citizenship and immigration status too`,
    instead: 'Leave it out. To know how far somebody moves, ask "Which city are you moving from?"',
    words: `
      nationalit(?:y|ies), national origins?, country of (?:birth|origin|citizenship), (?:home|native|birth) country,
      (?:which|what) country, where (?:are|is|were) (?:you|everyone|your parents)(?: originally)? (?:from|born),
      where (?:do|did) you(?: originally)? come from, originally from, birthplace, place of birth, ancestry,
      (?:your|cultural) heritage, tribes?, tribal, foreign(?:er|ers|born)?, refugees?, asylum,
      immigra(?:nts?|tion|ted), undocumented, citizen(?:s|ship)?, permanent residents?, visas?, green cards?,
      nacionalidad(?:es)?, origen (?:nacional|etnico), pais(?:es)? de (?:origen|nacimiento|ciudadania),
      (?:que|cual|su) pais, lugar de nacimiento, donde (?:nacio|nacieron), de donde (?:es|son|vienen?)(?: usted(?:es)?)?,
      extranjer[oa]s?, refugiad[oa]s?, asilo, inmigra(?:ntes?|cion), migratori[oa]s?, indocumentad[oa]s?,
      ciudadan(?:o|a|os|as|ia), residen(?:tes?|cia) permanentes?,
      (?:are|is) (?:you|everyone) (?:here )?(?:legal|legally|mexican|chinese|american), are you from [a-z]+, daca,
      (?:have|your) papers, work permits?, (?:tiene|tienen|sus) papeles, permisos? de trabajo`,
    innocent: `
      visa (?:cards?|or (?:mastercard|debit)|debit|mastercard|o mastercard), (?:by|with|con|tarjeta) visa,
      de donde (?:es|viene) (?:la|el|su) (?:mudanza|vehiculo|mascota)`,
  },
  {
    about: 'language',
    why: 'It says where somebody or their family comes from, and national origin is protected',
    instead: 'Leave it out: people choose the language of the form themselves, among those in "locales".',
    words: `
      languages?, mother tongue, native speakers?, english (?:proficiency|level|speakers?), your accent,
      (?:speaks?|spoken|read|understand) (?:english|spanish|chinese|french|arabic|vietnamese|russian|korean),
      idiomas?, lenguajes?, lengua (?:materna|nativa), nivel de ingles,
      (?:hablan?|leen?|entienden?) (?:ingles|espanol|chino|frances|arabe|ruso|coreano)`,
  },
  {
    about: 'accessible features',
    why: 'They may be offered to everybody, but nobody may be asked whether they need them',
    instead:
      'Name the feature itself and offer it to everybody: "Step-free entrance", "Ground floor", "Grab bars in the bathroom".',
    reviewable: true,
    words: `
      (?:wheelchair|handicap(?:ped)?|disabled|ada) (?:accessib(?:le|ility)|friendly|compliant|parking|access|ramps?|units?),
      accessible (?:units?|homes?|apartments?|parking),
      (?:accesibles?|acceso|rampas?|adaptad[oa]s?) (?:para|en|con) sillas? de ruedas,
      estacionamiento para (?:personas con discapacidad|discapacitados|minusvalidos)`,
  },
  {
    about: 'disability or health',
    why: federal,
    instead:
      'Offer features to everybody ("Ground floor", "Elevator"), or say in a hint that the team is glad to hear what would help. Do not ask why.',
    words: `
      disab(?:ility|ilities|led), handicap(?:s|ped)?, wheelchairs?, crutches, special needs?, impair(?:ed|ments?),
      (?:mobility|walking) (?:aids?|issues?|needs?|problems?|devices?|limitations?), physical limitations?,
      medical(?:ly)?, medications?, illness(?:es)?, diseases?, diagnos(?:is|es|ed), your health,
      health (?:conditions?|problems?|issues?|needs?|status|history), (?:mental|physical) (?:health|conditions?),
      physically (?:challenged|limited), (?:legally|you|anyone|someone|anybody) blind, blind (?:person|people), deaf,
      blind (?:or|and) deaf, hearing (?:aids?|loss|problems?), autis(?:m|tic), hiv, cancer, addict(?:s|ed|ions?)?,
      alcoholi(?:cs?|sm), rehab, discapacidad(?:es)?, discapacitad[oa]s?, minusvali(?:a|das?|dos?),
      incapacidad(?:es)?, sillas? de ruedas, muletas, movilidad (?:reducida|limitada), necesidades especiales,
      enfermedad(?:es)?, enferm[oa]s?, medic[oa]s?, medicamentos?, diagnosticos?, salud (?:mental|fisica),
      (?:su|estado de|problemas? de|condicion(?:es)? de) salud, cieg[oa]s?, sord[oa]s?, autis(?:mo|tas?),
      adiccion(?:es)?, adict[oa]s?,
      walkers? (?:or|and) canes?, use a (?:walker|cane), caregivers?, live in aides?, aids, hiv, vaccinated, depress(?:ed|ion),
      cuidador(?:es|as?)?, vacunad[oa]s?`,
    // The first three are features, which the topic above judges.
    innocent: `
      (?:wheelchair|handicap(?:ped)?|disabled) (?:accessib(?:le|ility)|friendly|compliant|parking|access|ramps?|units?),
      (?:accesibles?|acceso|rampas?|adaptad[oa]s?) (?:para|en|con) sillas? de ruedas,
      estacionamiento para (?:personas con discapacidad|discapacitados|minusvalidos),
      medical (?:cent(?:er|re)s?|district|school|campus), (?:centros?|distrito) medicos?`,
  },
  {
    about: 'assistance animals',
    why: `${federal} (disability): such an animal is no pet, and nobody may be asked about it up front`,
    instead: 'Ask "Do you have pets?" and leave the rest to the person.',
    words: `
      (?:service|assistance|support|therapy|guide|comfort) (?:animals?|dogs?|pets?), emotional support,
      (?:an|your) esa, esa letter, animal(?:es)? de (?:servicio|asistencia|apoyo|terapia),
      perr[oa]s? (?:guias?|de (?:servicio|asistencia|apoyo|terapia)), apoyo emocional`,
  },
  {
    about: 'where income comes from',
    why: 'Many states and cities protect it, vouchers above all',
    instead: 'Ask for the rent that suits the person: "desired_max_rent".',
    reviewable: true,
    words: `
      section (?:8|eight), vouchers?, housing choice, (?:housing|public|government|rental) (?:assistance|benefits?),
      sources? of income, income sources?, welfare, food stamps, social security, ss[dn]?i, ssn, alimony, unemployment,
      seccion (?:8|ocho), vales? de (?:vivienda|renta|alquiler), cupon(?:es)? de (?:vivienda|alimentos|renta),
      (?:asistencia|ayuda) (?:publica|del gobierno|de vivienda|para la renta|para el alquiler),
      (?:fuentes?|origen) de (?:los |sus )?ingresos?, seguro social, pension alimenticia, desempleo`,
    innocent: 'parking vouchers?, vouchers? for parking',
  },
  {
    about: 'military or veteran status',
    why: 'Several states protect it',
    instead: 'Mention a discount for service members in a hint instead of asking.',
    reviewable: true,
    words: 'veterans?, military, active duty, veteran[oa]s?, militar(?:es)?',
    innocent: 'veterans? (?:park|memorial|day|blvd|boulevard|parkway|hwy|highway|way|drive|st|street)',
  },
  {
    about: 'a criminal record',
    why: 'What may be asked, and when, differs by state and city, and asking everybody up front can discriminate',
    instead: 'Leave it to the application.',
    reviewable: true,
    words: `
      criminals?, crimes?, convict(?:s|ed|ions?)?, felon(?:s|y|ies)?, misdemeanou?rs?, arrest(?:s|ed)?, jail, prison,
      sex offen(?:ders?|ses?), police record, antecedentes(?: penales)?, delitos?, condenad[oa]s?, condenas?,
      arrest(?:os?|ad[oa]s?), carcel, prision`,
  },
  {
    about: 'age',
    why: 'Many states protect it, it often stands for children, and housing for older persons has rules of its own',
    instead: 'Leave it out, or ask "How many people will live here?"',
    reviewable: true,
    words: `
      age, how old, years old, years of age, date of birth, birth ?dates?, birthdays?, birth year, year of birth, dob,
      (?:18|21|55|62) (?:or|and) (?:older|over|up), (?:over|at least) (?:18|21|55|62), seniors?, elderly, retired,
      edad, cuantos anos (?:tiene|tienen), fechas? de nacimiento, mayor(?:es)? de (?:edad|[0-9]+), cumpleanos,
      ancian[oa]s?, jubilad[oa]s?, tercera edad,
      when were you born, year you were born, (?:you|anyone) (?:18|21|55|62)(?! (?:or|and)), cuando nacio`,
    innocent: `
      age of (?:the |your |any )?(?:dogs?|cats?|pets?|animals?|cars?|vehicles?|buildings?|homes?),
      how old (?:is|are) (?:the |your |any )?(?:dogs?|cats?|pets?|animals?|cars?|vehicles?|buildings?|homes?),
      edad (?:del |de (?:la |su )?)(?:perr[oa]|gat[oa]|mascota|animal|edificio),
      (?:cuantos anos|que edad) tiene su (?:perr[oa]|gat[oa]|mascota|animal)`,
  },
];
