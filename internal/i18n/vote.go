package i18n

// VoteWords are the words of the form of a vote.
type VoteWords struct {
	Title, About                  string
	New, Free                     string
	Motion, ToAdopt, ToPutOff     string // what is proposed of what is put to the vote
	Wording, AmendedHelp, Subject string
	Manner                        string
	For, Against, Abstain, None   string
	Voices                        string
	Recused, RecusedHelp          string
	Casting, NoCasting            string
	// Sum takes the counts joined by Plus, their sum, and how many vote.
	Sum, Plus                     string
	Voters                        Plural
	NobodyThere, Missing, TooMany string
	Result, Consensus             string
	Recorded                      string
}

var voteFrench = VoteWords{
	Title: "Vote\u00a0: %s", About: "Mis aux voix", New: "une nouvelle décision", Free: "une question libre, sans décision",
	Motion: "Il est proposé", ToAdopt: "de l’adopter", ToPutOff: "de l’ajourner",
	Wording: "Texte", AmendedHelp: "modifié, il est adopté comme amendement\u202f; l’ancien est gardé", Subject: "Question",
	Manner: "Mode", For: "Pour", Against: "Contre", Abstain: "Abstentions", None: "Ne prennent pas part",
	Voices:  "Voix, une touche par personne",
	Recused: "Se retirent", RecusedHelp: "ceux qu’un intérêt empêche de voter\u00a0: ils quittent la base de ce point",
	Casting: "Voix prépondérante", NoCasting: "elle n’est pas exercée",
	Sum: "%[1]s = %[2]s sur %[3]s", Plus: " + ", Voters: Plural{"%d votant", "%d votants"},
	NobodyThere: "aucune présence n’est notée\u00a0: le compte ne peut pas être vérifié", Missing: "il en manque %s", TooMany: "%s de trop",
	Result: "Sera consigné\u00a0: %s", Consensus: "Aucun décompte\u00a0: personne ne s’oppose.",
	Recorded: "Vote consigné\u00a0: %s",
}

var voteEnglish = VoteWords{
	Title: "Vote: %s", About: "Put to the vote", New: "a new decision", Free: "a free question, without decision",
	Motion: "It is moved", ToAdopt: "to adopt it", ToPutOff: "to put it off",
	Wording: "Text", AmendedHelp: "changed, it is adopted as amended; the earlier one is kept", Subject: "Question",
	Manner: "Method", For: "For", Against: "Against", Abstain: "Abstentions", None: "Not voting",
	Voices:  "Votes, one key each",
	Recused: "Recused", RecusedHelp: "those whom an interest keeps from voting: they leave the base of this item",
	Casting: "Casting vote", NoCasting: "not used",
	Sum: "%[1]s = %[2]s of %[3]s", Plus: " + ", Voters: Plural{"%d voter", "%d voters"},
	NobodyThere: "nobody is noted as present: the count cannot be checked", Missing: "%s missing", TooMany: "%s too many",
	Result: "Will be recorded: %s", Consensus: "No count: nobody objects.",
	Recorded: "Vote recorded: %s",
}
