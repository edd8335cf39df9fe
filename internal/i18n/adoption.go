package i18n

// AdoptionWords say how a recommendation was adopted, or left out of an adoption.
type AdoptionWords struct {
	Label, EnBlocLabel       string
	EnBloc, ByVote, Excepted string
	Under                    string // takes the number of an item, and its title
	Left                     Plural // after an adoption en bloc
}

var adoptionFrench = AdoptionWords{
	Label: "Adoption", EnBlocLabel: "Adoption en bloc",
	EnBloc: "en bloc", ByVote: "mise aux voix", Excepted: "exceptée", Under: "au point %[1]s, %[2]s",
	Left: Plural{"%d reste à trancher", "%d restent à trancher"},
}

var adoptionEnglish = AdoptionWords{
	Label: "Adoption", EnBlocLabel: "Adoption en bloc",
	EnBloc: "en bloc", ByVote: "put to the vote", Excepted: "excepted", Under: "under item %[1]s, %[2]s",
	Left: Plural{"%d left to decide on", "%d left to decide on"},
}
