/**
 * Every word that a prospect reads, in English: the language that the others are checked against. `{name}` stands for
 * what is filled in. A text that counts has one form for each plural of its language.
 */
export const en = {
  name: 'English',
  /** For dates, amounts and plurals. */
  locale: 'en-US',
  direction: 'ltr',

  page: {
    formTitle: 'Contact {property}',
    heading: 'Let’s find your next home',
    introduction:
      'Tell us how to reach you and what you are looking for. The leasing team at {property} will get back to you.',
    preferToTalk: 'Prefer to talk?',
    call: 'Call',
    whatHappensNext: 'What happens next',
    steps: [
      ['You send this form', 'Your name and one way to reach you are enough.'],
      ['We hand it to the leasing team', 'You get a page that tells you the moment they have it.'],
      ['They get back to you', 'With homes that fit, and times to see them.'],
    ],
    chooseLanguage: 'Language',
    demo: 'Demo.',
    demoNotice: 'Inquiries go to a local simulator, not to a leasing team.',
    errorPrefix: 'Error: ',
  },

  home: {
    title: 'Contact us',
    heading: 'Which community are you interested in?',
    noForms: 'No forms yet',
    noFormsText:
      'List your properties in a JSON file and start again with PROPERTIES_FILE set to it. The format is in the README.',
    staff: 'Working here?',
    staffDoor: 'The staff door',
    staffPurpose:
      'shows where every lead is. The first account is made with the link that the program printed when it started.',
    website: 'On a community’s website',
    websitePurpose: 'The same form in a page, behind a link, and behind a button that stays in its corner.',
  },

  website: {
    place: 'Apartment homes on the east side',
    home: 'Home',
    floorPlans: 'Floor plans',
    contact: 'Contact',
    heading: 'A quiet courtyard, ten minutes from everything',
    introduction:
      'Forty homes around one old maple tree: wide windows, real kitchens, neighbors who say hello.',
    ask: 'Ask about a home',
    merits: [
      ['The garden', 'Shade in summer, a long table, and nobody minds your dog.'],
      ['The homes', 'One to three bedrooms, wood floors, laundry in every home.'],
      ['The way to work', 'Two bus lines at the door, a room for bicycles, a place to charge a car.'],
    ],
    visit: 'Come and see it',
    visitText: 'Write to us, and our leasing team answers with homes that fit and times to see them.',
    plans: 'Homes that are free this month',
    askAbout: 'Ask about {plan}',
    heard: 'What this website is told',
    heardText:
      'The form is in a frame of its own: the page around it learns that something happened, never what was typed. As an advertisement counts it, a lead is one generate_lead.',
    nothingHeard: 'Nothing yet. Put the cursor into the form.',
    imaginary: 'Maple Court is imaginary. Its page is here to show the form on a website.',
    back: 'Back to the demo',
  },

  form: {
    howWeReachYou: 'How we reach you',
    whatYouLookFor: 'What you’re looking for',
    allOptional: 'All optional. Skip what you don’t know yet.',
    optional: '(Optional)',
    send: 'Send to the leasing team',
    sending: 'Sending…',
    oneMoment: 'One moment, we are checking that this comes from a person.',
    /** Beside a field that nobody sees. */
    leaveEmpty: 'Leave this empty',
    problem: 'There is a problem',
    any: 'Any',
    yes: 'Yes',
    no: 'No',
    /** To a question of the property's own. */
    noAnswer: 'No answer',
    studio: 'Studio',
    months: { one: '{count} month', other: '{count} months' },
  },

  /** The name of each question, unless the property gives it another. */
  labels: {
    first_name: 'First name',
    last_name: 'Last name',
    email_1: 'Email',
    phone_1: 'Phone',
    phone_1_type: 'This number can receive texts',
    phone_2: 'Second phone',
    phone_2_type: 'The second number can receive texts',
    target_move_in_date: 'Move-in date',
    move_in_not_sure: 'Not sure yet',
    desired_num_bedrooms: 'Bedrooms',
    desired_num_bathrooms: 'Bathrooms',
    desired_max_rent: 'Most you would like to pay a month',
    desired_lease_term_in_months: 'Lease length',
    floor_plan_id: 'Floor plan',
    unit_id: 'Home',
    address_1: 'Street address',
    address_2: 'Apartment, suite or floor',
    city: 'City',
    state: 'State',
    zip: 'ZIP code',
    notes: 'Message',
  },
  hints: {
    email_1: 'Email or phone: one of them is enough',
  },

  /** Questions that open on demand, unless the property calls them otherwise. */
  groups: {
    home: 'Tell us about your home',
    address: 'Add your address',
  },

  /** Floor plans and units to choose from. */
  homes: {
    noPreference: 'No preference',
    asOf: 'Prices and availability as of {time}',
    bedrooms: { one: '{count} bed', other: '{count} beds' },
    bathrooms: { one: '{count} bath', other: '{count} baths' },
    squareFeet: '{size} sq ft',
    rent: '{rent} a month',
    noneAvailable: 'None available right now',
    available: { one: '{count} available', other: '{count} available' },
    availableNow: { one: '{count} available now', other: '{count} available now' },
    someNow: '{available}, {now} of them now',
    availableFrom: '{available}, from {date}',
    chooseUnit: 'Is there one you like?',
    unit: 'Unit {number}',
    floor: 'floor {floor}',
    now: 'available now',
    from: 'from {date}',
    more: { one: 'And {count} more: ask the team.', other: 'And {count} more: ask the team.' },
    chosenBefore: 'The home you chose before',
  },

  /** What is wrong with an answer, and what to do about it. */
  rules: {
    contact: 'Enter an email address or a phone number, so that the team can reach you',
    firstName: 'Enter your first name',
    lastName: 'Enter your last name',
    email: 'Enter an email address like name@example.com',
    phone: 'Enter a phone number with 7 to 15 digits, like (415) 555-0100',
    phoneType: 'Choose mobile, home, work or fax',
    bedrooms: 'Enter the bedrooms as a whole number from 0 to {most}',
    bathrooms: 'Enter the bathrooms as a number like 1 or 1.5 from 0 to {most}',
    leaseTerm: 'Enter the lease term in months as a whole number from 0 to {most}',
    budget: 'Enter your budget in dollars a month, like $1,800',
    moveInNotADay: 'Enter a move-in date that is on the calendar, or tick “Not sure yet”',
    moveInPassed: 'Your move-in date has already passed. Choose today or a later day, or tick “Not sure yet”',
    moveInTooLate: 'Choose a move-in date in the next five years, or tick “Not sure yet”',
    yesOrNo: 'Answer yes or no',
    fromTheList: 'Choose one from the list',
    tooLong: '{what} can have at most {most} characters',
    messageTooLong: {
      one: 'Your message has {count} character; shorten it to {most}',
      other: 'Your message has {count} characters; shorten it to {most}',
    },
    /** What is too long, as the beginning of a sentence. */
    subjects: {
      firstName: 'Your first name',
      lastName: 'Your last name',
      email: 'Your email address',
      phone: 'Your phone number',
      budget: 'Your budget',
      address_1: 'The street address',
      address_2: 'The second address line',
      city: 'The city',
      state: 'The state',
      zip: 'The ZIP code',
      answer: 'Your answer',
    },
  },

  /** Why a form as a whole was not taken. */
  problems: {
    takenDown: 'This form was taken down, so nothing was sent. Everything you typed is still here, to copy.',
    tooMuch: 'This is more than we can take at once. Shorten your message and send it again.',
    notSaved:
      'We could not save this, and nothing was sent. Please call {property}, or try again in a few minutes. Everything you typed is still here.',
    notSavedCall:
      'We could not save this, and nothing was sent. Please call {property} at {phone}, or try again in a few minutes. Everything you typed is still here.',
    notSent:
      'We could not send this just now. Check your connection and send it again. Everything you typed is still here.',
    notSentCall:
      'We could not send this just now. Check your connection and send it again, or call {phone}. Everything you typed is still here.',
  },

  spam: {
    notYet:
      'This was not sent yet: we could not check that it comes from a person. Everything you typed is still here, to send again.',
    tooMany:
      'Very many inquiries have just come from your network, so this one was not sent. Please call {property}, or try again in ten minutes. Everything you typed is still here.',
    tooManyCall:
      'Very many inquiries have just come from your network, so this one was not sent. Please call {property} at {phone}, or try again in ten minutes. Everything you typed is still here.',
  },

  /** About what was typed and is not sent yet. */
  keeping: {
    kept: 'We kept what you typed on this device.',
    startOver: 'Start over',
    offline: 'You are offline. Nothing is lost: we send it as soon as you are connected again.',
    noAnswer: 'There is no answer yet. Nothing is lost: we keep trying to send it.',
    unavailable: 'Our server cannot be reached just now. Nothing is lost: we keep trying to send it.',
    busy: 'Many people are writing to us just now. Nothing is lost: we send it again in a moment.',
    never: 'It is never sent twice.',
    orCall: 'You can also call {phone}.',
    cancel: 'Do not send it',
    cancelled: 'This was not sent. Press “{send}” if you change your mind.',
    changed: 'You changed something, so it was not sent yet. Press “{send}” when you are ready.',
    tooLong: 'This was not sent, because it is too long. Shorten your message and send it again.',
  },

  /** In a frame on a website. */
  embed: {
    lookAgain: 'See where it is now',
    keepAddress: 'Open this page in a new tab and keep its address, to see later where your inquiry is.',
    newTab: 'Open this form in a new tab',
    blocked:
      'This website does not let the form be sent from here, so nothing was sent. Open the form in a new tab instead.',
  },

  status: {
    urgent: 'Something urgent?',
    received: 'Received',
    withTheTeam: 'With the leasing team',
    teamInTouch: 'The team will be in touch',
    keepAddress:
      'This page has its own address. Keep it, and you can come back to see where your inquiry is.',
    another: 'Send another inquiry',
    done: 'Done',
    states: {
      received: {
        heading: 'Thank you. We have your inquiry',
        next: 'It is safely stored and on its way to the leasing team at {property}. This page tells you when they have it.',
        pending: 'On its way',
      },
      delivered: {
        heading: 'Your inquiry is with the leasing team',
        next: 'The team at {property} will get back to you using the contact details you gave.',
        pending: '',
      },
      needs_staff: {
        heading: 'Thank you. We have your inquiry',
        next: 'It is safely stored, and the team at {property} will be in touch. You do not need to send it again; if it is urgent, please call.',
        pending: 'Waiting for a person on the team',
      },
    },
  },

  /** Pages with one thing to say. */
  notices: {
    nothingHere: 'There is nothing at this address',
    nothingHereText:
      'The link may have been cut off, or the form was taken down. If you were looking for a community, go back to the page that sent you here, or',
    seeAll: 'see all communities',
    notNow: 'We cannot look this up right now',
    notNowText: 'The fault is ours, and your inquiry is safe. Please load this page again in a minute.',
    noLink: 'This link leads nowhere',
    noLinkText: 'It may have been cut off or mistyped. Please compare it with where you found it.',
    broken: 'This page cannot be shown right now',
    brokenText: 'The fault is ours. An inquiry that you saw confirmed is safe. Please try again in a minute.',
    noForm: 'There is no form at this address',
    noFormText: 'It may have been taken down. Nothing was sent; Back shows what you typed.',
    tooLarge: 'Your message is too long to send',
    tooLargeText:
      'Nothing was sent. Use your browser’s Back button: what you typed is still there. Shorten it to 2,000 characters and send it again.',
  },

  /** Under a QR code in print. */
  scanToContact: 'Scan to contact us',

  consent: {
    sms: 'Yes, {property} may text me at this number about my apartment search. Message frequency varies, and message and data rates may apply. Reply STOP to opt out or HELP for help. Agreeing is not a condition of renting.',
    equalHousing: '{property} is an Equal Housing Opportunity community.',
    equalHousingMark: 'Equal Housing Opportunity',
    equalHousingAll: 'Every community listed here is an Equal Housing Opportunity community.',
  },

  /** What a person should know of their data before they send it. */
  privacy: {
    notice:
      'When you send this, {controller} receives your contact details, what you tell us about the home you want, and how you found us. The leasing team uses it to reply to you and keeps it in the system it works with.',
    consentRecord:
      'If you agree to text messages, the time, your network address and your browser are kept as a record of it.',
    kept: { one: 'It is kept for {count} month.', other: 'It is kept for {count} months.' },
    policy: 'Privacy policy',
    terms: 'Terms of use',
    askCall: 'Questions about your information? Call',
    ask: 'Questions about your information? Ask the leasing team at {property}.',
  },
} as const;

export default en;
