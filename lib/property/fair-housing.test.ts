import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fairHousingConcerns } from './fair-housing.ts';

const noticed = (text: string) =>
  fairHousingConcerns(text).map(({ words, topic }) => `${topic.about}: ${words}`);

/** What is asked, what it is about, and the words that it is noticed by. */
const refused: [question: string, about: string, words: string][] = [
  ['What is your race?', 'race or color', 'race'],
  ['Ethnicity', 'race or color', 'Ethnicity'],
  ['Are you Chinese?', 'race or color', 'Are you Chinese'],
  ['¿Es usted negro?', 'race or color', 'Es usted negro'],
  ['Do you celebrate Christmas?', 'religion', 'celebrate Christmas'],
  ['Is it just you or a family?', 'children or family', 'or a family'],
  ['¿Cuántos menores vivirán con usted?', 'children or family', 'Cuántos menores'],
  ['Are you here legally?', 'national origin, citizenship or immigration', 'Are you here legally'],
  ['¿Tiene papeles?', 'national origin, citizenship or immigration', 'Tiene papeles'],
  ['Do you use a walker?', 'disability or health', 'use a walker'],
  ['Are you vaccinated?', 'disability or health', 'vaccinated'],
  ['¿Cuál es su raza o etnia?', 'race or color', 'raza'],
  ['Color de piel', 'race or color', 'Color de piel'],
  ['Are you black or white?', 'race or color', 'Are you black'],
  ['Do you go to church?', 'religion', 'church'],
  ['Religión', 'religion', 'Religión'],
  ['¿Busca una iglesia cercana?', 'religion', 'iglesia'],
  ['Are you Muslim, Jewish or Christian?', 'religion', 'Muslim'],
  ['Gender', 'sex or gender', 'Gender'],
  ['Your pronouns', 'sex or gender', 'pronouns'],
  ['Male / Female', 'sex or gender', 'Male'],
  ['¿Es usted hombre o mujer?', 'sex or gender', 'hombre'],
  ['Género', 'sex or gender', 'Género'],
  ['Are you gay?', 'sexual orientation or gender identity', 'gay'],
  ['Orientación sexual', 'sexual orientation or gender identity', 'sexual'],
  ['Do you have children?', 'children or family', 'children'],
  ['How many KIDS?', 'children or family', 'KIDS'],
  ['Children’s names', 'children or family', 'Children'],
  ['How many people are under 18?', 'children or family', 'under 18'],
  ['Ages of everyone who will live here', 'children or family', 'Ages'],
  ['What is the age of each occupant?', 'children or family', 'age of each occupant'],
  ['Are you pregnant?', 'children or family', 'pregnant'],
  ['Are you expecting?', 'children or family', 'Are you expecting'],
  ['Are you a single mother?', 'children or family', 'single mother'],
  ['What is your family size?', 'children or family', 'your family'],
  ['¿Tiene niños?', 'children or family', 'niños'],
  ['¿Cuantos ninos?', 'children or family', 'ninos'],
  ['¿Cuántos hijos tiene?', 'children or family', 'hijos'],
  ['¿Hay menores de edad?', 'children or family', 'Hay menores'],
  ['¿Está embarazada?', 'children or family', 'embarazada'],
  ['Edades de los ocupantes', 'children or family', 'Edades'],
  ['Are you married?', 'marital status', 'married'],
  ['Spouse’s name', 'marital status', 'Spouse'],
  ['Are you single?', 'marital status', 'Are you single'],
  ['Estado civil', 'marital status', 'Estado civil'],
  ['¿Es casada o soltera?', 'marital status', 'casada'],
  ['Where are you from?', 'national origin, citizenship or immigration', 'Where are you from'],
  ['Country of birth', 'national origin, citizenship or immigration', 'Country of birth'],
  ['Are you a U.S. citizen?', 'national origin, citizenship or immigration', 'citizen'],
  ['Visa status', 'national origin, citizenship or immigration', 'Visa'],
  ['¿De dónde es usted?', 'national origin, citizenship or immigration', 'De dónde es usted'],
  ['Nacionalidad', 'national origin, citizenship or immigration', 'Nacionalidad'],
  ['Estatus migratorio', 'national origin, citizenship or immigration', 'migratorio'],
  ['What languages do you speak?', 'language', 'languages'],
  ['Do you speak English?', 'language', 'speak English'],
  ['¿Habla inglés?', 'language', 'Habla inglés'],
  ['Do you have a disability?', 'disability or health', 'disability'],
  ['Does anyone use a wheelchair?', 'disability or health', 'wheelchair'],
  ['Are you blind?', 'disability or health', 'you blind'],
  ['Any medical conditions?', 'disability or health', 'medical'],
  ['¿Tiene alguna discapacidad?', 'disability or health', 'discapacidad'],
  ['¿Usa silla de ruedas?', 'disability or health', 'silla de ruedas'],
  ['¿Problemas de salud?', 'disability or health', 'Problemas de salud'],
  ['Do you have a service animal?', 'assistance animals', 'service animal'],
  ['Is it an emotional-support dog?', 'assistance animals', 'emotional-support'],
  ['¿Tiene un perro guía?', 'assistance animals', 'perro guía'],
];

/** What somebody who looked into the local law may keep. */
const reviewable: typeof refused = [
  ['Will you use a Section 8 voucher?', 'where income comes from', 'Section 8'],
  ['Fuente de ingresos', 'where income comes from', 'Fuente de ingresos'],
  ['Have you been convicted of a felony?', 'a criminal record', 'convicted'],
  ['Are you a registered sex offender?', 'a criminal record', 'sex offender'],
  ['¿Tiene antecedentes penales?', 'a criminal record', 'antecedentes penales'],
  ['Date of birth', 'age', 'Date of birth'],
  ['Are you 55 or older?', 'age', '55 or older'],
  ['¿Cuántos años tiene?', 'age', 'Cuántos años tiene'],
  ['Are you a veteran?', 'military or veteran status', 'veteran'],
  ['Wheelchair-accessible entrance', 'accessible features', 'Wheelchair-accessible'],
  ['Entrada accesible para silla de ruedas', 'accessible features', 'accesible para silla de ruedas'],
];

const lawful = [
  'How many people will live here?',
  '¿Cuántas personas vivirán aquí?',
  'Do you need parking?',
  '¿Necesita estacionamiento?',
  'Do you have pets?',
  'Pet’s breed and weight',
  '¿De qué raza es su perro?',
  'Raza del perro',
  '¿Tiene mascotas? Raza y peso',
  'Edad del edificio',
  'How old is your dog?',
  'What color is your car?',
  'A view of the race track',
  'Race Street or Church Street entrance',
  'Single-story home',
  'Single-family home or apartment?',
  'A single garage',
  'Bedroom near an Asian pear tree',
  'Christmas move-in',
  'Blind slats or curtains?',
  'Step-free entrance, ground floor or elevator',
  'Near the medical center',
  'Cerca del centro médico',
  'Which city are you moving from?',
  'What rent are you expecting to pay?',
  'Unisex fitness room',
  'Manager’s special',
  'Pay by Visa or Mastercard',
  '¿Cuáles son sus planes?',
  '¿Le conviene esa fecha?',
  'Mailman, handyman, kitchen, garage, storage, image',
  'Sussex House',
  'Family room',
  'Master bedroom with a double sink',
  'Parking voucher',
  'When would you like to tour?',
  '¿Cuándo le gustaría visitarnos?',
  'Will a parent co-sign the lease?',
  'Anything else we should know?',
];

test('a question about who somebody is is noticed, in both languages, with the words as they stand there', () => {
  for (const [question, about, words] of refused) {
    assert.ok(noticed(question).includes(`${about}: ${words}`), `${question} → ${noticed(question)}`);
    assert.ok(
      fairHousingConcerns(question).some(({ topic }) => !topic.reviewable),
      `${question} can be kept`,
    );
  }
});

test('where lawful practice differs, a question can be kept by whoever looked into it', () => {
  for (const [question, about, words] of reviewable)
    assert.deepEqual(
      fairHousingConcerns(question).map(({ topic, words }) => [topic.about, words, topic.reviewable]),
      [[about, words, true]],
      question,
    );
});

test('a question about the home is left alone, also where it has a word that means something else elsewhere', () => {
  for (const question of lawful) assert.deepEqual(noticed(question), [], question);
});

test('hyphens, capitals, accents, line breaks and invisible characters hide nothing', () => {
  for (const question of [
    'CHILD-REN? No: children!',
    'chil\u200bdren',
    'chi\u0301ldren',
    'Any\nchildren',
    'ｃｈｉｌｄｒｅｎ',
  ])
    assert.match(noticed(question).join(), /children or family/, question);
});

test('each topic is named once, and every one that is touched', () => {
  assert.deepEqual(noticed('Are you married, divorced or widowed, and do you have kids or a baby?'), [
    'children or family: kids',
    'marital status: married',
  ]);
});
