package i18n

// VoteWords are the words of the form of a vote.
type VoteWords struct {
	Title, About                  string
	New, Free, Again              string // Again takes what a vote has settled
	Motion, ToAdopt, ToPutOff     string // what is proposed of what is put to the vote
	Wording, AmendedHelp, Subject string
	Manner                        string
	For, Against, Abstain, None   string
	Voices, By                    string // By takes who represents a member
	Recused, RecusedHelp          string
	Casting, NoCasting            string
	// Sum takes the counts joined by Plus, their sum, and how many vote.
	Sum, Plus        string
	Voters           Plural
	Missing, TooMany string
	// KeepsVoice takes an institution and who speaks for it, where another of its
	// delegates stands back.
	KeepsVoice string
	// Why nobody has a vote.
	NobodyThere, OnlyRemote, OnlyProxies string
	NoMember, NoSeat, AllStandBack       string
	Result, Consensus                    string
	Recorded                             string
}

var voteFrench = VoteWords{
	Title: "Vote\u00a0: %s", About: "Mis aux voix", New: "une nouvelle décision", Free: "une question libre, sans décision", Again: "de nouveau\u00a0: %s",
	Motion: "Il est proposé", ToAdopt: "de l’adopter", ToPutOff: "de l’ajourner",
	Wording: "Texte", AmendedHelp: "modifié, il est adopté comme amendement\u202f; l’ancien est gardé", Subject: "Question",
	Manner: "Mode", For: "Pour", Against: "Contre", Abstain: "Abstentions", None: "Ne prennent pas part",
	Voices: "Voix, une touche par personne", By: "(par %s)",
	Recused: "Se retirent", RecusedHelp: "ceux qu’un intérêt empêche de voter\u00a0: ils quittent la base de ce point",
	Casting: "Voix prépondérante", NoCasting: "elle n’est pas exercée",
	Sum: "%[1]s = %[2]s sur %[3]s", Plus: " + ", Voters: Plural{"%d votant", "%d votants"},
	NobodyThere:  "Personne n’a de voix\u00a0: aucune présence n’est notée.",
	OnlyRemote:   "Personne n’a de voix\u00a0: ceux qui sont à distance ne comptent pas, selon la règle du Comité.",
	OnlyProxies:  "Personne n’a de voix\u00a0: les procurations ne comptent pas, selon la règle du Comité.",
	NoMember:     "Personne n’a de voix\u00a0: aucun de ceux qui sont là n’est d’une structure membre.",
	NoSeat:       "Personne n’a de voix\u00a0: aucun de ceux qui sont là n’occupe le siège d’un membre.",
	AllStandBack: "Personne n’a de voix\u00a0: tous ceux qui en ont une se retirent.",
	Missing:      "il en manque %s", TooMany: "%s de trop",
	KeepsVoice: "%[1]s garde sa voix\u00a0: %[2]s.",
	Result:     "Sera consigné\u00a0: %s", Consensus: "Aucun décompte\u00a0: personne ne s’oppose.",
	Recorded: "Vote consigné\u00a0: %s",
}

var voteEnglish = VoteWords{
	Title: "Vote: %s", About: "Put to the vote", New: "a new decision", Free: "a free question, without decision", Again: "again: %s",
	Motion: "It is moved", ToAdopt: "to adopt it", ToPutOff: "to put it off",
	Wording: "Text", AmendedHelp: "changed, it is adopted as amended; the earlier one is kept", Subject: "Question",
	Manner: "Method", For: "For", Against: "Against", Abstain: "Abstentions", None: "Not voting",
	Voices: "Votes, one key each", By: "(by %s)",
	Recused: "Recused", RecusedHelp: "those whom an interest keeps from voting: they leave the base of this item",
	Casting: "Casting vote", NoCasting: "not used",
	Sum: "%[1]s = %[2]s of %[3]s", Plus: " + ", Voters: Plural{"%d voter", "%d voters"},
	NobodyThere:  "Nobody has a vote: nobody is noted as present.",
	OnlyRemote:   "Nobody has a vote: those at a distance do not count, by the committee’s rule.",
	OnlyProxies:  "Nobody has a vote: proxies do not count, by the committee’s rule.",
	NoMember:     "Nobody has a vote: nobody present is of a member institution.",
	NoSeat:       "Nobody has a vote: nobody present holds the seat of a member.",
	AllStandBack: "Nobody has a vote: all who have one stand back.",
	Missing:      "%s missing", TooMany: "%s too many",
	KeepsVoice: "%[1]s keeps its vote: %[2]s.",
	Result:     "Will be recorded: %s", Consensus: "No count: nobody objects.",
	Recorded: "Vote recorded: %s",
}
