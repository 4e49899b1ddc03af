import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allFields,
  type FormLayout,
  inputNames,
  type ShownField,
  type ShownGroup,
} from '../lead/shown-fields.ts';
import { defaultFields, type FieldEntry, fieldsSchema, optionalFields } from './fields.ts';
import { formLayout } from './form-layout.ts';

const noHomes = { homes: false };
const names = (items: (ShownField | ShownGroup)[]): unknown[] =>
  items.map((item) => ('group' in item ? [item.group, ...names(item.fields)] : item.name));
const namesOf = ({ contact, wishes, end }: FormLayout) => [names(contact), names(wishes), names(end)];
const order = (fields: readonly FieldEntry[], given = noHomes) => namesOf(formLayout(fields, 'en', given));
const always = ['first_name', 'last_name', 'email_1'];

test('by default few questions are in sight, and those about the home open on demand', () => {
  const inside = ['desired_num_bathrooms', 'desired_max_rent', 'desired_lease_term_in_months'];
  assert.deepEqual(order(defaultFields), [
    [...always, 'phone_1'],
    ['target_move_in_date', 'desired_num_bedrooms', ['home', ...inside], 'notes'],
    ['sms_consent'],
  ]);
  assert.deepEqual(order(defaultFields, { homes: true })[1], [
    'target_move_in_date',
    'desired_num_bedrooms',
    ['home', 'floor_plan_id', ...inside],
    'notes',
  ]);
});

test('everything is in the order of the configuration', () => {
  assert.deepEqual(order(['notes', 'phone_1', 'desired_max_rent']), [
    always,
    ['notes', 'phone_1', 'desired_max_rent'],
    [],
  ]);
  assert.deepEqual(order(['phone_1', 'sms_consent', { group: 'address' }, 'phone_2', 'notes', 'city']), [
    [...always, 'phone_1', 'sms_consent', ['address', 'address_1', 'address_2', 'state', 'zip'], 'phone_2'],
    ['notes', 'city'],
    [],
  ]);
  assert.deepEqual(order(['phone_1', 'sms_consent']), [[...always, 'phone_1'], [], ['sms_consent']]);
  assert.deepEqual(order([]), [always, [], []]);
});

test('a standard group has what is not asked elsewhere, and no group is empty', () => {
  assert.deepEqual(order(['desired_max_rent', { group: 'home' }])[1], [
    'desired_max_rent',
    ['home', 'desired_num_bedrooms', 'desired_num_bathrooms', 'desired_lease_term_in_months'],
  ]);
  assert.deepEqual(order(['address_1', 'address_2', 'city', 'state', 'zip', { group: 'address' }])[0], [
    ...always,
    'address_1',
    'address_2',
    'city',
    'state',
    'zip',
  ]);
  assert.deepEqual(order([{ group: 'home', fields: ['desired_max_rent'] }])[1], [
    ['home', 'desired_max_rent'],
  ]);
});

test('without homes to choose from bedrooms are asked instead, once', () => {
  assert.deepEqual(order(['floor_plan_id', 'unit_id']), [always, ['desired_num_bedrooms'], []]);
  assert.deepEqual(order(['unit_id', { field: 'desired_num_bedrooms', label: 'Rooms' }])[1], [
    'desired_num_bedrooms',
  ]);
  assert.deepEqual(
    order([{ group: 'x', title: 'More', fields: ['floor_plan_id'] }, 'desired_num_bedrooms'])[1],
    ['desired_num_bedrooms'],
  );
  assert.deepEqual(order(['floor_plan_id', 'unit_id'], { homes: true })[1], ['floor_plan_id']);
  assert.deepEqual(order(['unit_id'], { homes: true })[1], ['unit_id']);
});

test('texts are agreed to only where there is a number to text to', () => {
  assert.deepEqual(order(['sms_consent', 'phone_2']), [[...always, 'phone_2'], [], []]);
  assert.deepEqual(order([{ group: 'x', title: 'Phone', fields: ['phone_1'] }, 'sms_consent'])[2], [
    'sms_consent',
  ]);
});

test('each field is called as the property calls it, else in the words of the language', () => {
  const fields = fieldsSchema.parse([
    { field: 'first_name', label: { en: 'Given name', es: 'Nombre de pila' } },
    { field: 'email_1', hint: 'We write from here' },
    'phone_1',
    { field: 'desired_max_rent', label: 'Budget', hint: { es: 'Al mes' } },
    { group: 'home', title: { en: 'Your home', es: 'Su hogar' } },
    { group: 'address' },
  ]);
  const { contact, wishes } = formLayout(fields, 'es', noHomes);
  assert.deepEqual(contact, [
    { name: 'first_name', label: 'Nombre de pila' },
    { name: 'last_name', label: 'Apellido' },
    { name: 'email_1', label: 'Correo electrónico', hint: 'We write from here' },
    { name: 'phone_1', label: 'Teléfono' },
  ]);
  assert.deepEqual(wishes[0], { name: 'desired_max_rent', label: 'Budget', hint: 'Al mes' });
  assert.deepEqual(
    wishes.flatMap((item) => ('group' in item ? [item.title] : [])),
    ['Su hogar', 'Agregue su dirección'],
  );
});

test('that one way to be reached is enough is said where there are two', () => {
  const hint = (fields: FieldEntry[]) =>
    formLayout(fields, 'en', noHomes).contact.find((item) => 'name' in item && item.name === 'email_1');
  assert.deepEqual(hint([]), { name: 'email_1', label: 'Email' });
  assert.deepEqual(hint(['phone_1']), {
    name: 'email_1',
    label: 'Email',
    hint: 'Email or phone: one of them is enough',
  });
});

test('a question of the property’s own offers the reader’s words and sends the same in every language', () => {
  const fields = fieldsSchema.parse([
    {
      question: 'parking',
      label: { en: 'Parking', es: 'Estacionamiento' },
      type: 'choice',
      choices: [{ en: 'Garage', es: 'Cochera' }, 'Carport'],
    },
    { question: 'tour', label: 'Would you like a tour?', hint: 'On a weekday', type: 'yes_no' },
  ]);
  assert.deepEqual(formLayout(fields, 'es', noHomes).wishes, [
    {
      name: 'question_parking',
      type: 'choice',
      label: 'Estacionamiento',
      choices: [
        ['Garage', 'Cochera'],
        ['Carport', 'Carport'],
      ],
    },
    {
      name: 'question_tour',
      type: 'yes_no',
      label: 'Would you like a tour?',
      hint: 'On a weekday',
      choices: [
        ['Yes', 'Sí'],
        ['No', 'No'],
      ],
    },
  ]);
});

test('every field can be shown, and brings the box to tick that belongs to it', () => {
  const shown = inputNames(allFields(formLayout(optionalFields, 'en', { homes: true })));
  assert.deepEqual(
    new Set(shown),
    new Set([...always, ...optionalFields, 'phone_1_type', 'phone_2_type', 'move_in_not_sure']),
  );
  assert.equal(shown.indexOf('phone_1_type'), shown.indexOf('phone_1') + 1);
});
