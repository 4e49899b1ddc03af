import type { Texts } from '../texts.ts';

const es: Texts = {
  name: 'Español',
  locale: 'es-US',
  direction: 'ltr',

  page: {
    formTitle: 'Comuníquese con {property}',
    heading: 'Encontremos su próximo hogar',
    introduction:
      'Díganos cómo comunicarnos con usted y qué está buscando. El equipo de alquiler de {property} le responderá.',
    preferToTalk: '¿Prefiere hablar?',
    call: 'Llame al',
    whatHappensNext: 'Qué sigue',
    steps: [
      ['Usted envía este formulario', 'Bastan su nombre y una forma de comunicarnos con usted.'],
      ['Lo entregamos al equipo de alquiler', 'Verá una página que le avisa en cuanto lo tengan.'],
      ['El equipo le responde', 'Con viviendas que le convienen y horarios para visitarlas.'],
    ],
    chooseLanguage: 'Idioma',
    demo: 'Demostración.',
    demoNotice: 'Las consultas van a un simulador local, no a un equipo de alquiler.',
    errorPrefix: 'Error: ',
  },

  home: {
    title: 'Contacto',
    heading: '¿Qué comunidad le interesa?',
    noForms: 'Todavía no hay formularios',
    noFormsText:
      'Anote sus propiedades en un archivo JSON e inicie de nuevo con PROPERTIES_FILE apuntando a él. El formato está en el README.',
    staff: '¿Trabaja aquí?',
    staffDoor: 'La entrada del personal',
    staffPurpose:
      'muestra dónde está cada consulta. La primera cuenta se crea con el enlace que el programa mostró al iniciar.',
    website: 'En el sitio web de una comunidad',
    websitePurpose:
      'El mismo formulario en una página, detrás de un enlace y de un botón que se queda en su esquina.',
  },

  website: {
    place: 'Apartamentos en el lado este',
    home: 'Inicio',
    floorPlans: 'Planos',
    contact: 'Contacto',
    heading: 'Un patio tranquilo, a diez minutos de todo',
    introduction:
      'Cuarenta viviendas alrededor de un viejo arce: ventanas amplias, cocinas de verdad, vecinos que saludan.',
    ask: 'Pregunte por una vivienda',
    merits: [
      ['El jardín', 'Sombra en verano, una mesa larga, y su perro es bienvenido.'],
      ['Las viviendas', 'De uno a tres dormitorios, pisos de madera, lavandería en cada vivienda.'],
      [
        'El camino al trabajo',
        'Dos líneas de autobús a la puerta, un cuarto para bicicletas, dónde cargar un auto.',
      ],
    ],
    visit: 'Venga a conocerlo',
    visitText:
      'Escríbanos, y nuestro equipo de alquiler le responderá con viviendas que le convienen y horarios para verlas.',
    plans: 'Viviendas libres este mes',
    askAbout: 'Preguntar por {plan}',
    heard: 'Lo que se le dice a este sitio',
    heardText:
      'El formulario está en un marco propio: la página que lo rodea se entera de que algo pasó, nunca de lo que se escribió. Para contar anuncios, una consulta es un generate_lead.',
    nothingHeard: 'Nada todavía. Ponga el cursor en el formulario.',
    imaginary: 'Maple Court es imaginario. Su página está aquí para mostrar el formulario en un sitio web.',
    back: 'Volver a la demostración',
  },

  form: {
    howWeReachYou: 'Cómo comunicarnos con usted',
    whatYouLookFor: 'Qué está buscando',
    allOptional: 'Todo es opcional. Deje en blanco lo que todavía no sepa.',
    optional: '(Opcional)',
    send: 'Enviar al equipo de alquiler',
    sending: 'Enviando…',
    oneMoment: 'Un momento, estamos comprobando que esto lo envía una persona.',
    leaveEmpty: 'Deje esto vacío',
    problem: 'Hay un problema',
    any: 'Cualquiera',
    yes: 'Sí',
    no: 'No',
    noAnswer: 'Sin respuesta',
    studio: 'Estudio',
    months: { one: '{count} mes', other: '{count} meses' },
  },

  labels: {
    first_name: 'Nombre',
    last_name: 'Apellido',
    email_1: 'Correo electrónico',
    phone_1: 'Teléfono',
    phone_1_type: 'Este número puede recibir mensajes de texto',
    phone_2: 'Segundo teléfono',
    phone_2_type: 'El segundo número puede recibir mensajes de texto',
    target_move_in_date: 'Fecha de mudanza',
    move_in_not_sure: 'Todavía no lo sé',
    desired_num_bedrooms: 'Dormitorios',
    desired_num_bathrooms: 'Baños',
    desired_max_rent: 'Lo máximo que quiere pagar al mes',
    desired_lease_term_in_months: 'Duración del contrato',
    floor_plan_id: 'Tipo de vivienda',
    unit_id: 'Vivienda',
    address_1: 'Dirección',
    address_2: 'Apartamento, oficina o piso',
    city: 'Ciudad',
    state: 'Estado',
    zip: 'Código postal',
    notes: 'Mensaje',
  },
  hints: {
    email_1: 'Correo electrónico o teléfono: basta con uno',
  },

  groups: {
    home: 'Cuéntenos qué vivienda busca',
    address: 'Agregue su dirección',
  },

  homes: {
    noPreference: 'Sin preferencia',
    asOf: 'Precios y disponibilidad al {time}',
    bedrooms: { one: '{count} dormitorio', other: '{count} dormitorios' },
    bathrooms: { one: '{count} baño', other: '{count} baños' },
    squareFeet: '{size} pies²',
    rent: '{rent} al mes',
    noneAvailable: 'Ninguna disponible por ahora',
    available: { one: '{count} disponible', other: '{count} disponibles' },
    availableNow: { one: '{count} disponible ya', other: '{count} disponibles ya' },
    someNow: '{available}, {now} de ellas ya',
    availableFrom: '{available}, desde el {date}',
    chooseUnit: '¿Hay alguna que le guste?',
    unit: 'Unidad {number}',
    floor: 'piso {floor}',
    now: 'disponible ya',
    from: 'desde el {date}',
    more: { one: 'Y {count} más: pregunte al equipo.', other: 'Y {count} más: pregunte al equipo.' },
    chosenBefore: 'La vivienda que eligió antes',
  },

  rules: {
    contact:
      'Escriba un correo electrónico o un número de teléfono, para que el equipo pueda comunicarse con usted',
    firstName: 'Escriba su nombre',
    lastName: 'Escriba su apellido',
    email: 'Escriba un correo electrónico como nombre@ejemplo.com',
    phone: 'Escriba un número de teléfono de 7 a 15 dígitos, como (415) 555-0100',
    phoneType: 'Elija celular, casa, trabajo o fax',
    bedrooms: 'Escriba los dormitorios como un número entero de 0 a {most}',
    bathrooms: 'Escriba los baños como un número, por ejemplo 1 o 1.5, de 0 a {most}',
    leaseTerm: 'Escriba la duración del contrato en meses como un número entero de 0 a {most}',
    budget: 'Escriba su presupuesto en dólares al mes, como $1,800',
    moveInNotADay: 'Escriba una fecha de mudanza que exista en el calendario, o marque “Todavía no lo sé”',
    moveInPassed: 'Su fecha de mudanza ya pasó. Elija hoy o un día posterior, o marque “Todavía no lo sé”',
    moveInTooLate:
      'Elija una fecha de mudanza dentro de los próximos cinco años, o marque “Todavía no lo sé”',
    yesOrNo: 'Responda sí o no',
    fromTheList: 'Elija una opción de la lista',
    tooLong: '{what} puede tener {most} caracteres como máximo',
    messageTooLong: {
      one: 'Su mensaje tiene {count} carácter; acórtelo a {most}',
      other: 'Su mensaje tiene {count} caracteres; acórtelo a {most}',
    },
    subjects: {
      firstName: 'Su nombre',
      lastName: 'Su apellido',
      email: 'Su correo electrónico',
      phone: 'Su número de teléfono',
      budget: 'Su presupuesto',
      address_1: 'La dirección',
      address_2: 'La segunda línea de la dirección',
      city: 'La ciudad',
      state: 'El estado',
      zip: 'El código postal',
      answer: 'Su respuesta',
    },
  },

  problems: {
    takenDown:
      'Este formulario se retiró, así que no se envió nada. Todo lo que escribió sigue aquí, para que lo copie.',
    tooMuch: 'Esto es más de lo que podemos recibir de una vez. Acorte su mensaje y envíelo de nuevo.',
    notSaved:
      'No pudimos guardar esto y no se envió nada. Llame a {property} o intente de nuevo en unos minutos. Todo lo que escribió sigue aquí.',
    notSavedCall:
      'No pudimos guardar esto y no se envió nada. Llame a {property} al {phone} o intente de nuevo en unos minutos. Todo lo que escribió sigue aquí.',
    notSent:
      'No pudimos enviar esto en este momento. Revise su conexión y envíelo de nuevo. Todo lo que escribió sigue aquí.',
    notSentCall:
      'No pudimos enviar esto en este momento. Revise su conexión y envíelo de nuevo, o llame al {phone}. Todo lo que escribió sigue aquí.',
  },

  spam: {
    notYet:
      'Todavía no se envió: no pudimos comprobar que lo envía una persona. Todo lo que escribió sigue aquí para enviarlo de nuevo.',
    tooMany:
      'Acaban de llegar muchísimas solicitudes desde su red, por lo que esta no se envió. Llame a {property} o inténtelo de nuevo en diez minutos. Todo lo que escribió sigue aquí.',
    tooManyCall:
      'Acaban de llegar muchísimas solicitudes desde su red, por lo que esta no se envió. Llame a {property} al {phone} o inténtelo de nuevo en diez minutos. Todo lo que escribió sigue aquí.',
  },

  keeping: {
    kept: 'Conservamos en este dispositivo lo que usted escribió.',
    startOver: 'Empezar de nuevo',
    offline: 'No tiene conexión. No se perdió nada: lo enviaremos en cuanto vuelva a estar en línea.',
    noAnswer: 'Todavía no hay respuesta. No se perdió nada: seguimos intentando enviarlo.',
    unavailable:
      'No podemos comunicarnos con nuestro servidor en este momento. No se perdió nada: seguimos intentando enviarlo.',
    busy: 'Muchas personas nos escriben en este momento. No se perdió nada: lo enviaremos de nuevo en un momento.',
    never: 'Nunca se envía dos veces.',
    orCall: 'También puede llamar al {phone}.',
    cancel: 'No enviarlo',
    cancelled: 'Esto no se envió. Presione “{send}” si cambia de opinión.',
    changed: 'Usted cambió algo, así que todavía no se envió. Presione “{send}” cuando esté listo.',
    tooLong: 'Esto no se envió porque es demasiado largo. Acorte su mensaje y envíelo de nuevo.',
  },

  embed: {
    lookAgain: 'Ver en qué está ahora',
    keepAddress:
      'Abra esta página en otra pestaña y guarde su dirección, para ver después en qué está su consulta.',
    newTab: 'Abrir este formulario en otra pestaña',
    blocked:
      'Este sitio web no permite enviar el formulario desde aquí, así que no se envió nada. Ábralo en otra pestaña.',
  },

  status: {
    urgent: '¿Algo urgente?',
    received: 'Recibida',
    withTheTeam: 'En manos del equipo de alquiler',
    teamInTouch: 'El equipo se comunicará con usted',
    keepAddress:
      'Esta página tiene su propia dirección. Guárdela y podrá volver para ver dónde está su consulta.',
    another: 'Enviar otra consulta',
    done: 'Listo',
    states: {
      received: {
        heading: 'Gracias. Tenemos su consulta',
        next: 'Está guardada y va en camino al equipo de alquiler de {property}. Esta página le avisa cuando la tengan.',
        pending: 'En camino',
      },
      delivered: {
        heading: 'El equipo de alquiler tiene su consulta',
        next: 'El equipo de {property} le responderá con los datos de contacto que usted dio.',
        pending: '',
      },
      needs_staff: {
        heading: 'Gracias. Tenemos su consulta',
        next: 'Está guardada, y el equipo de {property} se comunicará con usted. No necesita enviarla otra vez; si es urgente, llame por teléfono.',
        pending: 'Espera a una persona del equipo',
      },
    },
  },

  notices: {
    nothingHere: 'No hay nada en esta dirección',
    nothingHereText:
      'Quizás el enlace se cortó o el formulario se retiró. Si buscaba una comunidad, vuelva a la página que lo trajo aquí, o',
    seeAll: 'vea todas las comunidades',
    notNow: 'No podemos consultarlo en este momento',
    notNowText: 'La falla es nuestra, y su consulta está a salvo. Vuelva a cargar esta página en un minuto.',
    noLink: 'Este enlace no lleva a ninguna parte',
    noLinkText: 'Quizás se cortó o tiene un error. Compárelo con el lugar donde lo encontró.',
    broken: 'Esta página no se puede mostrar en este momento',
    brokenText:
      'La falla es nuestra. Una consulta que usted vio confirmada está a salvo. Intente de nuevo en un minuto.',
    noForm: 'No hay ningún formulario en esta dirección',
    noFormText: 'Quizás se retiró. No se envió nada; al volver atrás verá lo que escribió.',
    tooLarge: 'Su mensaje es demasiado largo para enviarlo',
    tooLargeText:
      'No se envió nada. Use el botón Atrás de su navegador: lo que escribió sigue ahí. Acórtelo a 2,000 caracteres y envíelo de nuevo.',
  },

  scanToContact: 'Escanee para contactarnos',

  consent: {
    sms: 'Sí, {property} puede enviarme mensajes de texto a este número sobre mi búsqueda de apartamento. La frecuencia de los mensajes varía, y pueden aplicarse tarifas de mensajes y datos. Responda STOP para dejar de recibirlos o HELP para recibir ayuda. Aceptar no es una condición para alquilar.',
    equalHousing: '{property} es una comunidad de igualdad de oportunidades en la vivienda.',
    equalHousingMark: 'Igualdad de oportunidades en la vivienda',
    equalHousingAll: 'Todas las comunidades de esta lista ofrecen igualdad de oportunidades en la vivienda.',
  },

  privacy: {
    notice:
      'Al enviar este formulario, {controller} recibe sus datos de contacto, lo que nos cuenta sobre la vivienda que busca y cómo nos encontró. El equipo de alquiler usa esta información para responderle y la guarda en el sistema con el que trabaja.',
    consentRecord:
      'Si acepta recibir mensajes de texto, se guardan como constancia la hora, su dirección de red y su navegador.',
    kept: {
      one: 'Se conserva durante {count} mes.',
      other: 'Se conserva durante {count} meses.',
    },
    policy: 'Política de privacidad',
    terms: 'Términos de uso',
    askCall: '¿Preguntas sobre su información? Llame al',
    ask: '¿Preguntas sobre su información? Consulte al equipo de alquiler de {property}.',
  },
};

export default es;
