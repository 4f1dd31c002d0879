import type { Phrases } from '../../environment/index.js'

/** How people talk to a help desk. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  ticket_login: {
    asks: [
      '(log|sign) in to the help desk',
      '(log|sign) me in to the help desk',
      'log in to my help desk account',
      'get me into the help desk',
      "I'm logged out of the help desk, can you log me back in?",
      'My help desk login timed out, please sign me in again.',
    ],
    reports: [
      "You're logged in to the help desk.",
      "I've logged you in to the help desk.",
      "You're signed in to your help desk account.",
      'I logged in to the help desk for you.',
    ],
    asides: ['signed you in', 'signed you in to the help desk', 'logged you in to the help desk'],
    deeds: ['sign in to the help desk'],
  },

  ticket_get_login_status: {
    asks: [
      "check if I'm (still |)(logged|signed) in to the help desk",
      'check my help desk login',
      'Am I (still |)(logged|signed) in to the help desk?',
      'Is my help desk session still (open|active)?',
      'Do I have to log in to the help desk again?',
    ],
    answers: ['/login_status'],
    reports: [
      'You are</login_status:not> logged in to the help desk.',
      'You are</login_status:not> signed in to the help desk at the moment.',
      '</login_status:yes>, you are</login_status:not> signed in to the help desk.',
      'At the help desk you are</login_status:not> logged in right now.',
    ],
  },

  logout: {
    asks: [
      'log me out of my help desk account',
      "That's it for today, sign me out of the help desk.",
      '(log|sign) out of the help desk',
      '(log|sign) me out of the help desk',
      "I'm done with the help desk, please log me out.",
      "I'm finished at the help desk, can you sign me out?",
    ],
    reports: [
      "You're logged out of the help desk.",
      "I've signed you out of the help desk.",
      'Your help desk session is closed.',
      "I've logged you out of your help desk account.",
    ],
    deeds: ['sign out of the help desk'],
  },

  create_ticket: {
    asks: [
      '(open|create) a (new |)ticket called <title:quoted>( with priority <priority>| with the description <description:quoted>| with priority <priority> and the description <description:quoted>|)',
      'file a ticket for <title:quoted>( with priority <priority>|)',
      'File a ticket for <title:quoted>(, priority <priority>|). Put <description:quoted> in the description.',
      'Open a ticket for <title:quoted>(, priority <priority>|). The description should say <description:quoted>.',
      'report <title:quoted> to the help desk( with priority <priority>|, the details are <description:quoted>| with priority <priority>, the details are <description:quoted>|)',
      'open a ticket called <title:quoted>( with priority <priority>|) and use <description:back> as the description',
      'I need a (new |)ticket for <title:quoted>(, priority <priority>|. The description is <description:quoted>|, priority <priority>. The description is <description:quoted>|).',
      'Can you put in a ticket for <title:quoted>( with priority <priority>| with the description <description:quoted>| with priority <priority> and the description <description:quoted>|)?',
    ],
    reports: [
      'I opened ticket </id> for </title:quoted>(, with priority <priority>|. It starts at the lowest priority, </priority>).',
      'Your ticket </title:quoted> is in( with priority <priority>|, at the lowest priority, </priority>). The number is </id>.',
      'I filed </title:quoted> as ticket </id>( with priority <priority>|; the priority is </priority>, the lowest, unless you want it higher).',
      'Ticket </id>, </title:quoted>, is open now(, with priority <priority>|, with the lowest priority, </priority>).',
    ],
    deeds: ['open the ticket'],
  },

  get_ticket: {
    asks: [
      'check the status of <ticket_id>',
      'check on <ticket_id>',
      'see if there is any (news|progress) on <ticket_id>',
      "What's the status of <ticket_id>?",
      'Is there any (news|update|progress) on <ticket_id>?',
      'How is <ticket_id> coming along?',
      'Is <ticket_id> still open?',
      'Any (news|update) on <ticket_id>?',
    ],
    occasions: [
      'People keep asking me about <ticket_id>. Any news?',
      'Somebody asked me about <ticket_id>, is there any news?',
    ],
    reasons: [
      'My manager asked about it this morning.',
      'A colleague keeps asking me.',
      'I have to give the team an update.',
      "I'm wondering if I should chase them.",
    ],
    answers: ['/status'],
    reports: [
      'The status of ticket </id>, </title:quoted>, is </status>.',
      'Ticket </id>, </title:quoted>, has the status </status> and priority </priority>.',
      'Your ticket </title:quoted>, number </id>, is set to </status>.',
      'Status of ticket </id>, </title:quoted>: </status>.',
      '<ticket_id> has the status </status> and priority </priority>.',
      '<ticket_id> is set to </status>, with priority </priority>.',
    ],
    deeds: ['look at <ticket_id>'],
  },

  close_ticket: {
    asks: [
      'close <ticket_id>',
      'close <ticket_id> (now|for good)',
      'mark <ticket_id> as closed',
      'set <ticket_id> to closed',
      'You can close <ticket_id> now.',
      '<ticket_id> can be closed.',
      "I don't need <ticket_id> anymore, please close it.",
    ],
    occasions: ['We sorted <ticket_id> out ourselves, so please close it.'],
    reasons: [
      'We sorted it out ourselves.',
      'It solved itself.',
      "It hasn't happened again.",
      'That one was my mistake.',
    ],
    reports: [
      "I've closed <ticket_id>.",
      'I closed <ticket_id> for you.',
      '<ticket_id> is closed now.',
      '<ticket_id> is closed.',
    ],
    deeds: ['close <ticket_id>'],
  },

  resolve_ticket: {
    asks: [
      'resolve <ticket_id> with the (note|resolution|comment) <resolution:quoted>',
      'mark <ticket_id> as resolved with the note <resolution:quoted>',
      'resolve <ticket_id>, note: <resolution:quoted>',
      'resolve <ticket_id> and add the note <resolution:quoted>',
      '<ticket_id> is (fixed|solved), please resolve it with the note <resolution:quoted>.',
      'Can you set <ticket_id> to resolved with the note <resolution:quoted>?',
    ],
    reports: [
      "I've resolved <ticket_id> with your note.",
      'I marked <ticket_id> as resolved and put down <resolution:quoted>.',
      '<ticket_id> is resolved now, and your note is on it.',
      'I resolved <ticket_id> and added your note.',
      '<ticket_id> is marked as resolved, with your note.',
    ],
    deeds: ['resolve <ticket_id>'],
  },

  edit_ticket: {
    asks: [
      '(change|set) the priority of <ticket_id> to <updates/priority:number>',
      '(set|move) <ticket_id> to priority <updates/priority:number>',
      'give <ticket_id> priority <updates/priority:number>',
      '<ticket_id> should be priority <updates/priority:number>.',
      '(change|set) the status of <ticket_id> to <updates/status:name>',
      '(set|switch|move) <ticket_id> to <updates/status:name>',
      'mark <ticket_id> as <updates/status:name>',
      '<ticket_id> should be marked <updates/status:name>.',
      '(change|update) the description of <ticket_id> to <updates/description:quoted>',
      'update <ticket_id> so the description says <updates/description:quoted>',
      'The description of <ticket_id> should say <updates/description:quoted>.',
    ],
    occasions: ['I got the urgency of <ticket_id> wrong, make it priority <updates/priority:number>.'],
    reports: [
      "I've set <ticket_id> to priority <updates/priority:number>.",
      '<ticket_id> has priority <updates/priority:number> now.',
      'I moved <ticket_id> to priority <updates/priority:number>.',
      "I've set <ticket_id> to <updates/status:name>.",
      '<ticket_id> is set to <updates/status:name> now.',
      'I marked <ticket_id> as <updates/status:name>.',
      'I updated <ticket_id>; the description now says <updates/description:quoted>.',
      '<ticket_id> now has the description <updates/description:quoted>.',
      "I've given <ticket_id> the description <updates/description:quoted>.",
    ],
    deeds: ['update <ticket_id>', 'change <ticket_id>'],
  },

  get_user_tickets: {
    asks: [
      '(list|show me|pull up) (all |)my tickets',
      'look up (all |)my tickets',
      '(What|Which) tickets do I have at the help desk?',
      '(list|show me|pull up) my tickets that are <status>',
      'Which of my tickets are <status>?',
      'Do I have any tickets that are <status>?',
    ],
    reasons: ["I've lost track of what I reported.", 'I was away for a week.'],
    answers: ['/*/title'],
    reports: [
      "Here's what I found: </*:items>",
      'From your ticket list: </*:items>',
      'Your tickets that are <status>: </*:items>',
      'With the status <status> you have: </*:items>',
      'I found the following: </*:items>',
    ],
    items: [
      'ticket </id>, </title:quoted>: </status>, priority </priority>',
      '</title:quoted>, ticket </id>: </status>, priority </priority>',
    ],
    deeds: ["list the user's tickets", "go through the user's tickets"],
  },
} satisfies Record<string, Phrases>
