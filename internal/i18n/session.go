package i18n

import "suivi/internal/committee"

// SessionWords are the words of a meeting in session.
type SessionWords struct {
	// Of is the title: a meeting in session.
	Of, Named, Loading string
	// OfReopened and NamedReopened are Of and Named of a session that was reopened.
	OfReopened, NamedReopened string
	// Point is an item by its place on the agenda.
	Point, NoItem, NoAgenda       string
	Suspended, Adjourned, NotOpen string
	// NoMinutesWait says that no minutes circulate; AdoptWhich asks which are adopted.
	NoMinutesWait, AdoptWhich, AdoptNone string
	UnderWay                             string // of an item
	// Reading takes the item that is read, how many there are, and the one under
	// way; BackTo the one under way.
	Reading, BackTo, UnderWayNow string
	// LastLine is what esc goes to from a line that was chosen.
	LastLine                    string
	Used, UsedOf, Planned, Over string
	Presented                   string
	Empty, EmptyClosed          string
	QuorumShort, NotRequired    string
	// NotTaken says that nobody is noted yet on the half-day that it is.
	NotTaken                    string
	Reached, NotReached, NoRule string
	BackAgain                   string
	Attendance, Touches         string
	Presences                   map[committee.Presence]Plural
	Voters                      Plural
	OnThisItem                  string // the quorum without those who stand back
	Left, Came                  string
	Gone                        Plural
	LastUpdate, NoUpdate        string
	// MattersTouched is said of the item on which the matters arising are answered.
	NothingTouched, MattersTouched string
	// Answered are the matters answered here; Proposed takes the number of
	// a recommendation that a later line rules on, or that waits to be ruled on,
	// ProposedDecision that of a decision that waits.
	Answered, Proposed, ProposedDecision string
	// MinutesAdopted takes a meeting.
	MinutesAdopted, NoAdoption string
	NotRuledYet                string
	More                       Plural

	// Letters mark the kinds of line.
	Letters                             map[committee.EntryKind]string
	Editing, Failed, OnlyFacts, Cut     string
	Facts                               string // of a line
	NoLine, NoVote, VoteStays, NoAnswer string
	// Stays takes a proposal and its state, once the line of it is taken out.
	Stays                               string
	TurnTitle, Turned, MoveTitle, Moved string
	// MovedTo takes the number of the item.
	MovedTo, NotOnAgenda                string
	RemoveTitle, RemoveLine, Removed    string
	RemoveMade, RemoveBoth, RemoveAlone string
	RemovedBoth                         string
	SplitHere, SplitDone, NotSplit      string
	NoNext, NoPrevious, NoSuchItem      string
	// WithoutQuorum takes how many are there, how many it takes, and the key that
	// was pressed.
	WithoutQuorum string
	// SecondDigit takes a digit and the first and last numbers of two that begin
	// with it, OneDigit the digit.
	SecondDigit, Digits, OneDigit, NoDigits string
	TakenUp, Concluded, SuspendedAt, Back   string
	// TakenUpBy takes the name of who took the item up first.
	TakenUpAlready, TakenUpBy             string
	PostponeTitle, ReferTitle, DropTitle  string
	LateTitle, LateRule, Added            string
	MoveWho, MoveWhat, Arrival, Departure string
	MovementTitle, Arrived, Departed      string
	NobodyListed, Resume                  string
	NoFact, Draft, GoesOn, Under, Settled string
	ToTakeUp, TakesUp                     string
	LeaveTitle, KeepIt, DropIt, GoOn      string
}

// SessionKeys are the words of the keys of a meeting in session.
type SessionKeys struct {
	NoteLine, StatementLine, DecisionLine, RecommendationLine, ActionLine KeyWord
	VoteLine, PracticeLine, DifficultyLine                                KeyWord
	KeepLine, EndLine, TakeName, SplitLine                                KeyWord
	NextItem, PreviousItem, ToItem, TakeUp, TakeUpAgain, DealtGoOn        KeyWord
	PostponeItem, ReferItem, DropItem, LateItem                           KeyWord
	Movement, TakeAttendance, Suspend, Matters, Together, AdoptHere       KeyWord
	EditLine, TurnLine, MoveLine, RemoveLine                              KeyWord
	Focus, Beside, Room, LeaveSession, CloseSession                       KeyWord
}

var sessionLetters = map[committee.EntryKind]string{
	committee.Statement: "S", committee.EntryDecision: "D", committee.EntryRecommendation: "R", committee.EntryAction: "A",
	committee.EntryVote: "V", committee.GoodPractice: "B", committee.Difficulty: "F",
}

var sessionFrench = SessionWords{
	OfReopened: "Séance rouverte\u00a0: %s", NamedReopened: "Séance n°\u00a0%s, rouverte",
	Of: "Séance\u00a0: %s", Named: "Séance n°\u00a0%s", Loading: "La séance se charge…",
	Point: "point %[1]d/%[2]d", NoItem: "aucun point en cours", ToTakeUp: "à aborder", TakesUp: "aborder le point %d",
	NoAgenda: "L’ordre du jour est vide. i y inscrit un point.",
	UnderWay: "en cours",
	Reading:  "lecture %[1]d/%[2]d · en cours %[3]d", BackTo: "revenir au point %d", UnderWayNow: "Ce point est en cours.", LastLine: "dernière ligne",
	Suspended: "séance suspendue", Adjourned: "séance levée", NotOpen: "séance non ouverte",
	NoMinutesWait: "Aucun procès-verbal diffusé n’attend son adoption. La fiche d’une réunion le diffuse par d.",
	AdoptWhich:    "Quel procès-verbal la réunion adopte-t-elle\u00a0?", AdoptNone: "n’en adopter aucun",
	Used: "%d′", UsedOf: "%[1]d′ sur %[2]d′", Planned: "%d′ prévues", Over: "dépassé de %d′",
	Presented:   "présenté par %s",
	Empty:       "Rien n’est encore écrit sur ce point. n ouvre une note.",
	EmptyClosed: "Rien n’est écrit sur ce point.",
	QuorumShort: "quorum", NotRequired: "quorum non requis", NotTaken: "Présences de la demi-journée à relever\u00a0: y",
	Reached: "quorum atteint", NotReached: "quorum non atteint", NoRule: "aucune règle de quorum fixée",
	BackAgain:  "Le quorum est atteint.",
	Attendance: "PRÉSENCES", Touches: "CE POINT CONCERNE", Answered: "SUITES DONNÉES", Proposed: "Recommandation proposée %s\u00a0: ",
	MinutesAdopted: "Procès-verbal adopté\u00a0: %s", NoAdoption: "L’adoption d’un procès-verbal n’est pas une ligne\u00a0: u l’annule.",
	ProposedDecision: "Décision proposée %s\u00a0: ", NotRuledYet: "Ce qui est proposé se change sur sa fiche\u00a0: ⏎. v le met aux voix.",
	Presences: map[committee.Presence]Plural{
		committee.Present: {"%d présent", "%d présents"}, committee.Represented: {"%d représenté", "%d représentés"},
		committee.Excused: {"%d excusé", "%d excusés"}, committee.Absent: {"%d absent", "%d absents"}, committee.Awaited: {"%d attendu", "%d attendus"},
	},
	Voters: Plural{"%d votant", "%d votants"}, OnThisItem: "sur ce point\u00a0: %s",
	Gone: Plural{"%d parti", "%d partis"},
	Left: "%[1]s départ\u00a0: %[2]s", Came: "%[1]s arrivée\u00a0: %[2]s",
	LastUpdate: "dernier point %s", NoUpdate: "aucun point fait",
	NothingTouched: "Ni recommandation ni action liée.", MattersTouched: "Les recommandations et les actions en cours\u00a0: o.",
	More: Plural{"et %d autre", "et %d autres"},

	Letters: sessionLetters,
	Editing: "modifier", Failed: "non enregistrée", OnlyFacts: "Il manque les mots de la ligne.", Facts: "Précisions",
	Cut:    "La ligne est trop longue\u00a0: elle s’arrête à %d caractères.",
	NoLine: "Aucune ligne n’est choisie.", NoVote: "Un vote se modifie en le reprenant\u00a0: v.",
	VoteStays: "Un vote reste un vote.", NoAnswer: "Une suite donnée se reprend dans les affaires découlant\u00a0: o.",
	Stays:     "%[1]s reste %[2]s.",
	TurnTitle: "Changer en…", Turned: "Ligne changée en %s.",
	MoveTitle: "Déplacer vers le point…", Moved: "Ligne déplacée.", NotOnAgenda: "aucun autre point de cet ordre du jour\u00a0: choisissez dans la liste", MovedTo: "Ligne déplacée au point %d.",
	RemoveTitle: "Retirer cette ligne du procès-verbal\u202f?", RemoveLine: "Retirer", Removed: "Ligne retirée. u annule ce retrait.",
	RemoveMade: "Elle a donné\u00a0: %s", RemoveBoth: "Retirer la ligne et archiver ce qu’elle a donné", RemoveAlone: "Retirer la ligne seule et garder ce qu’elle a donné",
	RemovedBoth: "Ligne retirée, ce qu’elle a donné archivé. u annule les deux.",
	SplitHere:   "Le curseur dit où couper la ligne.", SplitDone: "Ligne coupée en deux.", NotSplit: "On coupe une ligne déjà enregistrée\u00a0: e, puis ctrl+x.",
	NoNext: "C’est le dernier point.", NoPrevious: "C’est le premier point.", NoSuchItem: "Il n’y a pas de point %d.",
	SecondDigit: "Point %[1]d\u00a0: ⏎\u202f; du point %[2]d au %[3]d\u00a0: un second chiffre.",
	Digits:      "second chiffre", OneDigit: "point %d", NoDigits: "renoncer",
	TakenUpAlready: "déjà abordé", TakenUpBy: "déjà abordé par %s",
	TakenUp: "Point %[1]d · %[2]s", Concluded: "%[1]s\u00a0: %[2]s", SuspendedAt: "Séance suspendue.", Back: "Séance reprise.",
	PostponeTitle: "Reporter le point", ReferTitle: "Renvoyer le point à un groupe", DropTitle: "Retirer le point",
	LateTitle: "Inscrire un point en séance", LateRule: "Le règlement l’admet si personne ne s’y oppose\u00a0: demandez-le à la séance.",
	Added:   "Point inscrit\u00a0: %s",
	MoveWho: "Qui", MoveWhat: "Mouvement", Arrival: "arrivée", Departure: "départ",
	MovementTitle: "Arrivée ou départ", Arrived: "%[1]s\u00a0: arrivée à %[2]s", Departed: "%[1]s\u00a0: départ à %[2]s",
	NobodyListed: "La liste de présence est vide\u00a0: y l’ouvre.", Resume: "reprendre",
	NoFact: "Rien à ouvrir sur cette ligne.", Draft: "Ligne de séance",
	WithoutQuorum: "Sans quorum (%[1]s présents sur %[2]s requis)\u00a0: encore %[3]s l’enregistre.",
	GoesOn:        "La séance continue\u00a0: ctrl+g en sort, ctrl+c quitte suivi.",
	Settled:       "Ce point est %s\u00a0: T en reprend l’examen, p, R ou w disent autrement ce qu’il devient.",
	Under:         "La séance continue\u00a0: échap y revient, ctrl+c quitte suivi.",
	LeaveTitle:    "Cette ligne n’est pas enregistrée", KeepIt: "L’enregistrer", DropIt: "L’abandonner", GoOn: "Continuer de l’écrire",
}

var sessionKeysFrench = SessionKeys{
	NoteLine:           KeyWord{"note", "écrire une note"},
	StatementLine:      KeyWord{"déclaration", "écrire une déclaration demandée au procès-verbal"},
	DecisionLine:       KeyWord{"décision", "écrire une décision, dans ses termes exacts"},
	RecommendationLine: KeyWord{"recomm.", "écrire une recommandation"},
	ActionLine:         KeyWord{"action", "écrire une action\u00a0: son responsable, son échéance"},
	VoteLine:           KeyWord{"vote", "mettre aux voix"},
	PracticeLine:       KeyWord{"pratique", "écrire une bonne pratique"},
	DifficultyLine:     KeyWord{"difficulté", "écrire une difficulté"},
	KeepLine:           KeyWord{"enregistrer", "enregistrer la ligne et passer à la suivante\u202f; vide, finir la saisie"},
	EndLine:            KeyWord{"finir", "finir la saisie"},
	TakeName:           KeyWord{"retenir", "retenir le nom proposé"},
	SplitLine:          KeyWord{"couper", "couper en deux, au curseur, la ligne que l’on modifie"},
	NextItem:           KeyWord{"suivant", "passer au point suivant"},
	PreviousItem:       KeyWord{"précédent", "revenir au point précédent"},
	ToItem:             KeyWord{"point", "passer au point de ce numéro, d’un chiffre ou de deux\u202f; un point conclu est seulement montré"},
	TakeUp:             KeyWord{"aborder", "aborder le point choisi\u202f; ouvrir ce que dit la ligne"},
	TakeUpAgain:        KeyWord{"reprendre", "reprendre l’examen du point que l’on lit"},
	DealtGoOn:          KeyWord{"traité", "noter le point comme traité et passer au suivant"},
	PostponeItem:       KeyWord{"reporter", "reporter le point à la prochaine réunion"},
	ReferItem:          KeyWord{"renvoyer", "renvoyer le point à un groupe"},
	DropItem:           KeyWord{"retirer", "retirer le point de l’ordre du jour"},
	LateItem:           KeyWord{"point nouveau", "inscrire un point en séance"},
	Movement:           KeyWord{"mouvement", "noter une arrivée ou un départ"},
	TakeAttendance:     KeyWord{"présences", "tenir la liste de présence"},
	Suspend:            KeyWord{"suspendre", "suspendre la séance, la reprendre"},
	Matters:            KeyWord{"affaires", "répondre aux affaires découlant des procès-verbaux"},
	AdoptHere:          KeyWord{"adopter le PV", "adopter le procès-verbal sur lequel porte le point, ou l’un de ceux qui attendent"},
	Together:           KeyWord{"en bloc", "adopter en bloc les recommandations du point"},
	EditLine:           KeyWord{"modifier", "modifier la ligne choisie"},
	TurnLine:           KeyWord{"changer", "changer le genre de la ligne choisie\u00a0: puis la touche du genre"},
	MoveLine:           KeyWord{"déplacer", "déplacer la ligne choisie vers un autre point"},
	RemoveLine:         KeyWord{"retirer", "retirer la ligne choisie du procès-verbal"},
	Focus:              KeyWord{"ordre du jour", "passer de l’ordre du jour au procès-verbal et inversement"},
	Beside:             KeyWord{"volet", "les présences et ce que le point concerne"},
	Room:               KeyWord{"salle", "montrer à la salle, en grand, le texte que l’on adopte"},
	LeaveSession:       KeyWord{"sortir", "sortir de l’écran de séance\u202f; la séance continue"},
	CloseSession:       KeyWord{"lever", "lever la séance, après vérification"},
}

var sessionEnglish = SessionWords{
	OfReopened: "Reopened session: %s", NamedReopened: "Session no. %s, reopened",
	Of: "Session: %s", Named: "Session no. %s", Loading: "The session is loading…",
	Point: "item %[1]d/%[2]d", NoItem: "no item under way", ToTakeUp: "not taken up", TakesUp: "take up item %d",
	NoAgenda: "The agenda is empty. i adds an item.",
	UnderWay: "under way",
	Reading:  "reading %[1]d/%[2]d · under way %[3]d", BackTo: "back to item %d", UnderWayNow: "This item is under way.", LastLine: "last line",
	Suspended: "session suspended", Adjourned: "session adjourned", NotOpen: "session not open",
	NoMinutesWait: "No circulated minutes wait for adoption. The page of a meeting circulates them by d.",
	AdoptWhich:    "Which minutes does the meeting adopt?", AdoptNone: "adopt none",
	Used: "%d′", UsedOf: "%[1]d′ of %[2]d′", Planned: "%d′ planned", Over: "%d′ over",
	Presented:   "presented by %s",
	Empty:       "Nothing is written on this item yet. n opens a note.",
	EmptyClosed: "Nothing is written on this item.",
	QuorumShort: "quorum", NotRequired: "no quorum required", NotTaken: "Attendance of the half-day to be taken: y",
	Reached: "quorum reached", NotReached: "quorum not reached", NoRule: "no quorum rule set",
	BackAgain:  "The quorum is reached.",
	Attendance: "ATTENDANCE", Touches: "THIS ITEM TOUCHES", Answered: "ANSWERS GIVEN", Proposed: "Proposed recommendation %s: ",
	MinutesAdopted: "Minutes adopted: %s", NoAdoption: "The adoption of minutes is not a line: u takes it back.",
	ProposedDecision: "Proposed decision %s: ", NotRuledYet: "What is proposed is changed on its page: ⏎. v puts it to the vote.",
	Presences: map[committee.Presence]Plural{
		committee.Present: {"%d present", "%d present"}, committee.Represented: {"%d represented", "%d represented"},
		committee.Excused: {"%d excused", "%d excused"}, committee.Absent: {"%d absent", "%d absent"}, committee.Awaited: {"%d expected", "%d expected"},
	},
	Voters: Plural{"%d voter", "%d voters"}, OnThisItem: "on this item: %s",
	Gone: Plural{"%d left", "%d left"},
	Left: "%[1]s left: %[2]s", Came: "%[1]s arrived: %[2]s",
	LastUpdate: "last update %s", NoUpdate: "no update yet",
	NothingTouched: "No recommendation or action is tied to it.", MattersTouched: "The recommendations and actions in hand: o.",
	More: Plural{"and %d more", "and %d more"},

	Letters: sessionLetters,
	Editing: "edit", Failed: "not saved", OnlyFacts: "The words of the line are missing.", Facts: "Facts",
	Cut:    "The line is too long: it stops at %d characters.",
	NoLine: "No line is chosen.", NoVote: "A vote is changed by taking it again: v.",
	VoteStays: "A vote stays a vote.", NoAnswer: "An answer is changed among the matters arising: o.",
	Stays:     "%[1]s stays %[2]s.",
	TurnTitle: "Turn into…", Turned: "Line turned into: %s.",
	MoveTitle: "Move to item…", Moved: "Line moved.", NotOnAgenda: "no other item of this agenda: choose from the list", MovedTo: "Line moved to item %d.",
	RemoveTitle: "Take this line out of the minutes?", RemoveLine: "Take out", Removed: "Line taken out. u puts it back.",
	RemoveMade: "It gave rise to: %s", RemoveBoth: "Take out the line and archive what it gave rise to", RemoveAlone: "Take out the line alone and keep what it gave rise to",
	RemovedBoth: "Line taken out, what it gave rise to archived. u puts both back.",
	SplitHere:   "The cursor says where to split the line.", SplitDone: "Line split in two.", NotSplit: "A line that is saved can be split: e, then ctrl+x.",
	NoNext: "This is the last item.", NoPrevious: "This is the first item.", NoSuchItem: "There is no item %d.",
	SecondDigit: "Item %[1]d: ⏎; items %[2]d to %[3]d: a second digit.",
	Digits:      "second digit", OneDigit: "item %d", NoDigits: "give up",
	TakenUpAlready: "already taken up", TakenUpBy: "already taken up by %s",
	TakenUp: "Item %[1]d · %[2]s", Concluded: "%[1]s: %[2]s", SuspendedAt: "Session suspended.", Back: "Session resumed.",
	PostponeTitle: "Postpone the item", ReferTitle: "Refer the item to a group", DropTitle: "Withdraw the item",
	LateTitle: "Add an item in session", LateRule: "The rules allow it if nobody objects: ask the meeting.",
	Added:   "Item added: %s",
	MoveWho: "Who", MoveWhat: "Movement", Arrival: "arrival", Departure: "departure",
	MovementTitle: "Arrival or departure", Arrived: "%[1]s: arrived at %[2]s", Departed: "%[1]s: left at %[2]s",
	NobodyListed: "The attendance list is empty: y opens it.", Resume: "resume",
	NoFact: "There is nothing to open on this line.", Draft: "Line of a session",
	WithoutQuorum: "No quorum (%[1]s present of %[2]s required): %[3]s again records it.",
	GoesOn:        "The session goes on: ctrl+g leaves it, ctrl+c leaves suivi.",
	Settled:       "This item is %s: T takes it up again, p, R or w say otherwise what becomes of it.",
	Under:         "The session goes on: esc goes back to it, ctrl+c leaves suivi.",
	LeaveTitle:    "This line is not saved", KeepIt: "Save it", DropIt: "Give it up", GoOn: "Go on writing it",
}

var sessionKeysEnglish = SessionKeys{
	NoteLine:           KeyWord{"note", "write a note"},
	StatementLine:      KeyWord{"statement", "write a statement asked for the record"},
	DecisionLine:       KeyWord{"decision", "write a decision, in its exact words"},
	RecommendationLine: KeyWord{"recomm.", "write a recommendation"},
	ActionLine:         KeyWord{"action", "write an action: its owner, its due date"},
	VoteLine:           KeyWord{"vote", "take a vote"},
	PracticeLine:       KeyWord{"practice", "write a good practice"},
	DifficultyLine:     KeyWord{"difficulty", "write a difficulty"},
	KeepLine:           KeyWord{"save", "save the line and go on to the next; on an empty one, stop typing"},
	EndLine:            KeyWord{"stop", "stop typing lines"},
	TakeName:           KeyWord{"take", "take the name that is offered"},
	SplitLine:          KeyWord{"split", "split the line being edited in two, at the cursor"},
	NextItem:           KeyWord{"next", "go on to the next item"},
	PreviousItem:       KeyWord{"previous", "go back to the previous item"},
	ToItem:             KeyWord{"item", "go to the item of this number, of one digit or two; one that is concluded is only shown"},
	TakeUp:             KeyWord{"take up", "take up the chosen item; open what the line speaks of"},
	TakeUpAgain:        KeyWord{"take up again", "take up again the item that is read"},
	DealtGoOn:          KeyWord{"dealt with", "mark the item as dealt with and go on to the next"},
	PostponeItem:       KeyWord{"postpone", "postpone the item to the next meeting"},
	ReferItem:          KeyWord{"refer", "refer the item to a group"},
	DropItem:           KeyWord{"withdraw", "withdraw the item from the agenda"},
	LateItem:           KeyWord{"late item", "add an item in session"},
	Movement:           KeyWord{"movement", "note an arrival or a departure"},
	TakeAttendance:     KeyWord{"attendance", "keep the attendance list"},
	Suspend:            KeyWord{"suspend", "suspend the session, resume it"},
	Matters:            KeyWord{"matters", "answer the matters arising from earlier meetings"},
	AdoptHere:          KeyWord{"adopt minutes", "adopt the minutes that the item is about, or some that wait"},
	Together:           KeyWord{"en bloc", "adopt the recommendations of the item en bloc"},
	EditLine:           KeyWord{"edit", "edit the chosen line"},
	TurnLine:           KeyWord{"turn into", "turn the chosen line into another kind: then the key of the kind"},
	MoveLine:           KeyWord{"move", "move the chosen line to another item"},
	RemoveLine:         KeyWord{"take out", "take the chosen line out of the minutes"},
	Focus:              KeyWord{"agenda", "go from the agenda to the minutes and back"},
	Beside:             KeyWord{"side panel", "attendance, and what the item touches"},
	Room:               KeyWord{"room", "show the room, large, the wording being adopted"},
	LeaveSession:       KeyWord{"leave", "leave the screen of the session; the session goes on"},
	CloseSession:       KeyWord{"adjourn", "adjourn the session, after the checks"},
}
