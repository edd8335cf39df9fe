package i18n

// ProposalWords are the words of what the plenary rules on.
type ProposalWords struct {
	Decision, RuledAt, Text, TextHelp                   string
	Adopt, AdoptAmended, Amend, AmendedText, WhyAmended string
	Reject, Defer, Withdraw                             string
}

var proposalFrench = ProposalWords{
	Decision: "Décision", RuledAt: "Réunion qui statue", Text: "Texte", TextHelp: "tel que proposé à la plénière",
	Adopt: "Adopter", AdoptAmended: "Adopter avec amendements", Amend: "Amender", AmendedText: "Texte amendé", WhyAmended: "Motif de l’amendement",
	Reject: "Rejeter", Defer: "Ajourner", Withdraw: "Retirer",
}

var proposalEnglish = ProposalWords{
	Decision: "Decision", RuledAt: "Ruled on at", Text: "Text", TextHelp: "as put to the plenary",
	Adopt: "Adopt", AdoptAmended: "Adopt as amended", Amend: "Amend", AmendedText: "Amended text", WhyAmended: "Reason for the amendment",
	Reject: "Reject", Defer: "Defer", Withdraw: "Withdraw",
}

// RecommendationWords are the words of the recommendations.
type RecommendationWords struct {
	On                                             string // the day it was proposed
	Empty, Implementation, Group, Origin, Measures string
	Articles, NoArticle, NoAction                  string
}

var recommendationFrench = RecommendationWords{
	On:             "Proposée le",
	Empty:          "Aucune recommandation. n en propose une.",
	Implementation: "Mise en œuvre", Group: "Groupe de travail", Origin: "Réunion d’origine", Measures: "Mesures prises",
	Articles: "Articles de lignes directrices", NoArticle: "Aucun lien\u00a0: e permet d’en ajouter.",
	NoAction: "Aucune action n’en découle encore. N en inscrit une.",
}

var recommendationEnglish = RecommendationWords{
	On:             "Proposed on",
	Empty:          "No recommendation. n proposes one.",
	Implementation: "Implementation", Group: "Working group", Origin: "Meeting of origin", Measures: "Measures taken",
	Articles: "Guideline articles", NoArticle: "No link: e lets you add one.",
	NoAction: "No action follows from it yet. N adds one.",
}

// DecisionWords are the words of the decisions.
type DecisionWords struct {
	Empty, PutAt, Wording, WordingHelp, For, Against, Abstain string
	RulesOn, NoRecommendation, NoAction                       string
	VotesLine, CastingFor                                     string
}

var decisionFrench = DecisionWords{
	Empty: "Aucune décision. n en inscrit une.", PutAt: "Soumise à la réunion", Wording: "Texte exact", WordingHelp: "la décision telle que le Comité l’a prise, mot pour mot",
	For: "Voix pour", Against: "Voix contre", Abstain: "Abstentions",
	RulesOn: "Statue sur", NoRecommendation: "Aucune recommandation liée\u00a0: e permet d’en ajouter.", NoAction: "Aucune action n’en découle encore. N en inscrit une.",
	VotesLine: "%[1]s pour, %[2]s contre", CastingFor: "voix prépondérante de la présidence\u00a0: pour",
}

var decisionEnglish = DecisionWords{
	Empty: "No decision. n enters one.", PutAt: "Put to meeting", Wording: "Exact wording", WordingHelp: "the decision word for word, as the committee took it",
	For: "In favour", Against: "Against", Abstain: "Abstentions",
	RulesOn: "Rules on", NoRecommendation: "No recommendation linked: e lets you add one.", NoAction: "No action follows from it yet. N adds one.",
	VotesLine: "%[1]s in favour, %[2]s against", CastingFor: "the chair’s casting vote: in favour",
}

// GuidelineWords are the words of the guidelines and their articles.
type GuidelineWords struct {
	Empty, Articles, NoArticle, NoText, NoTextAtAll         string
	Heading, Number, Coverage, CoverageShort, TextMissing   string
	Purpose, AdoptedAt, InForceOn, Since, Official          string
	Examine, Adopt, Enforce, Revise, Repeal                 string
	Article, ArticleText, Recommendations, NoRecommendation string
	NoAction, AmendArticle                                  string
	Covered                                                 Plural
}

var guidelineFrench = GuidelineWords{
	Empty: "Aucune ligne directrice. n en ajoute une.", Articles: "Articles", NoArticle: "Aucun article. i en ajoute un.",
	NoText: "texte non disponible", NoTextAtAll: "Texte non disponible.",
	Heading: "Ligne directrice", Number: "N°", Coverage: "Couverture", CoverageShort: "Avec action", TextMissing: "texte non disponible",
	Purpose: "Objet", AdoptedAt: "Adoptée à la réunion", InForceOn: "En vigueur depuis", Since: "Depuis", Official: "Intitulé de travail, non officiel",
	Examine: "Noter l’examen en groupe de travail", Adopt: "Adopter", Enforce: "Mettre en vigueur", Revise: "Mettre en révision", Repeal: "Abroger",
	Article: "Article", ArticleText: "Texte de l’article", Recommendations: "Recommandations liées", NoRecommendation: "Aucune recommandation. r en propose une.",
	NoAction: "Aucune action ne met cet article en œuvre. N en inscrit une.", AmendArticle: "Amender l’article",
	Covered: Plural{"%d article sur %s a une action", "%d articles sur %s ont une action"},
}

var guidelineEnglish = GuidelineWords{
	Empty: "No guideline. n adds one.", Articles: "Articles", NoArticle: "No article. i adds one.",
	NoText: "text not available", NoTextAtAll: "Text not available.",
	Heading: "Guideline", Number: "No.", Coverage: "Coverage", CoverageShort: "With action", TextMissing: "text not available",
	Purpose: "Purpose", AdoptedAt: "Adopted at meeting", InForceOn: "In force since", Since: "Since", Official: "Working heading, not official",
	Examine: "Note the group’s examination", Adopt: "Adopt", Enforce: "Bring into force", Revise: "Put under revision", Repeal: "Repeal",
	Article: "Article", ArticleText: "Text of the article", Recommendations: "Linked recommendations", NoRecommendation: "No recommendation. r proposes one.",
	NoAction: "No action carries out this article. N adds one.", AmendArticle: "Amend article",
	Covered: Plural{"%d article of %s has an action", "%d articles of %s have an action"},
}
