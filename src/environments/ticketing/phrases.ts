import type { Phrases } from '../../environment/index.js'

/** How people talk to a help desk. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  ticket_login: {
    asks: [
      '(sign|log) in to the help desk',
      'open a session at the help desk',
      'get into my help desk account',
      'I need to be signed in to the help desk.',
      'My help desk account has to be opened first.',
      "I'm locked out of the help desk at the moment and want to get back in.",
      'get me signed in at the help desk',
      'start a help desk session for me',
    ],
    reports: [
      'You are signed in to the help desk.',
      'The help desk has let you in.',
      'Your help desk session is open.',
      'You are now in your help desk account.',
    ],
  },

  ticket_get_login_status: {
    asks: [
      'check whether I am (still |)signed in at the help desk',
      'see if my help desk session is (still |)running',
      'Am I (still |)signed in at the help desk?',
      'Is my help desk session still alive?',
      'I wonder whether the help desk still knows who I am.',
      "I'd like to know if I am signed in at the help desk.",
    ],
    answers: ['/login_status'],
    reports: [
      'You are</login_status:not> signed in at the help desk.',
      'The help desk says you are</login_status:not> signed in.',
      'Your help desk session is</login_status:not> running.',
      'At the help desk you are</login_status:not> signed in at the moment.',
    ],
  },

  logout: {
    asks: [
      '(sign|log) out of the help desk',
      'end my help desk session',
      'close my session at the help desk',
      'I am done here and want to leave the help desk.',
      'Somebody else needs this computer, so I should be out of the help desk.',
      'My help desk account must not stay open on this machine.',
      'leave the help desk',
      'make sure nobody stays signed in at the help desk',
    ],
    reports: [
      'You are signed out of the help desk.',
      'Your help desk session has ended.',
      'You have left the help desk.',
      'Nobody is signed in at the help desk any more.',
    ],
  },

  create_ticket: {
    asks: [
      '(open|file|raise) a (new |)ticket called <title:quoted>( with priority <priority>|)( and the description <description:quoted>|)',
      'log the problem <title:quoted>( at priority <priority>|)( with the details <description:quoted>|) as a new ticket',
      'report <title:quoted> to the help desk( with priority <priority>|)( and explain that <description:quoted>|)',
      'I need a new ticket titled <title:quoted>( of priority <priority>|)( that says <description:quoted>|).',
      'Something has come up that needs a ticket: <title:quoted>( with priority <priority>|)( and the text <description:quoted>|).',
      'open a ticket called <title:quoted>( with priority <priority>|) and use <description:back> as its description',
      'report <title:quoted> to the help desk( with priority <priority>|) and put <description:back> in as the details',
      'There should be a ticket named <title:quoted>( rated with priority <priority>|)( whose description is <description:quoted>|).',
    ],
    reports: [
      'The ticket is open under number </id>.',
      'Filed as ticket </id> with priority </priority>.',
      'A new ticket with the number </id> is in the queue.',
      'The help desk has it now as ticket </id>.',
    ],
  },

  get_ticket: {
    asks: [
      'check how far along <ticket_id> is',
      'look up where things stand with <ticket_id>',
      'What state is <ticket_id> in?',
      'Has <ticket_id> been dealt with yet?',
      "I'd like to know whether there is any progress on <ticket_id>.",
      'People keep asking me what has become of <ticket_id>.',
      'find out what has happened with <ticket_id>',
      'tell me how <ticket_id> is coming along',
    ],
    answers: ['/status'],
    reports: [
      'The ticket is marked </status>.',
      'It has the status </status>.',
      'At the moment the ticket stands at </status>.',
      'The help desk lists it as </status>.',
    ],
  },

  close_ticket: {
    asks: [
      'close <ticket_id> for good',
      'take <ticket_id> off the list of open things by closing it',
      'have <ticket_id> closed without further notes',
      '<ticket_id> can be closed now.',
      'Nothing is left to do about <ticket_id>, which should be closed.',
      'There is no need to keep <ticket_id> open any longer.',
      'shut <ticket_id> without adding anything',
      '<ticket_id> has been open long enough and can be closed.',
    ],
    reports: [
      'The ticket is closed.',
      'It is closed now.',
      'That one is off the list: closed.',
      'The help desk has closed the ticket.',
    ],
  },

  resolve_ticket: {
    asks: [
      'resolve <ticket_id> with the note <resolution:quoted>',
      'mark <ticket_id> as solved and write down <resolution:quoted>',
      'record <resolution:quoted> as what fixed <ticket_id>',
      'The problem behind <ticket_id> is gone, and the resolution should read <resolution:quoted>.',
      'We found a solution for <ticket_id>, namely <resolution:quoted>.',
      '<ticket_id> is fixed; the solution to put down is <resolution:quoted>.',
      'settle <ticket_id> with the resolution <resolution:quoted>',
      'put <resolution:quoted> down as the solution of <ticket_id>',
    ],
    reports: [
      'The ticket is resolved and the solution is on record.',
      'Marked as resolved, with your note.',
      'It counts as resolved now.',
      'The help desk has noted the solution and resolved the ticket.',
    ],
  },

  edit_ticket: {
    asks: [
      'change the priority of <ticket_id> to <updates/priority:number>',
      '(give|assign) <ticket_id> a priority of <updates/priority:number>',
      '<ticket_id> should really have priority <updates/priority:number>.',
      'My manager wants to see <ticket_id> at priority <updates/priority:number>.',
      'switch <ticket_id> over to <updates/status:name> status',
      'The status of <ticket_id> ought to say <updates/status:name> instead.',
      '(have|get) <ticket_id> listed as <updates/status:name> from now on',
      'set <ticket_id> to the status <updates/status:name> and the priority <updates/priority:number>',
      '<ticket_id> needs the status <updates/status:name> together with priority <updates/priority:number>.',
      'replace the description of <ticket_id> by <updates/description:quoted>',
      'The description of <ticket_id> is out of date and should read <updates/description:quoted>.',
    ],
    reports: [
      'The ticket has been updated.',
      'Your change to the ticket is saved.',
      'The help desk has the new details.',
      'Updated as you wished.',
    ],
  },

  get_user_tickets: {
    asks: [
      'list (all |)the tickets I have opened',
      'get an overview of (all |)my tickets',
      'Which tickets have I opened so far?',
      "I've lost track of what I have waiting at the help desk.",
      'I need to see everything I have at the help desk.',
      'go through those of my tickets that are <status>',
      'Which of my tickets are <status> by now?',
      'I only care about the tickets of mine that are <status>.',
    ],
    answers: ['/*/title'],
    reports: [
      'Your tickets are </*/title:list>.',
      'At the help desk you have </*/title:list>.',
      'These came up: </*/title:list>.',
      'The list reads </*/title:list>.',
    ],
  },
} satisfies Record<string, Phrases>
