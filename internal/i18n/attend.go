package i18n

// AttendWords are the words of the attendance list of a session.
type AttendWords struct {
	// Title stands alone, TitleHalf with the half-day that is being noted.
	Title, TitleHalf, Half      string
	Name, Place, HalfDays, Came string
	Empty                       string
	// Quorum takes those present, those required and the base.
	Quorum                             string
	NoRule, NotRequired, ForGroup      string
	Reached, Missing                   string
	Awaited                            Plural
	Proxies, Remote, Counts, CountsNot string
	Unsettled, AtDistance              string
	RepresentedTitle, By, As           string
	MovedTitle, Which, At              string
	Noted, Arrived, Departed           string
	GuestTitle, GuestHelp              string
	Adds                               string // what becomes of a new name
	OneHalf                            string
	// NotListed and Several take a name that is typed and a key.
	NotListed, Several string
	// HolderFull takes how many proxies one person may hold.
	HolderFull, HolderAway, HolderUnlisted string
	// LeftAt is the presence of who was there and left.
	LeftAt string
	// OnlyArrives takes a name and a presence, OnlyDeparts a name.
	OnlyArrives, OnlyDeparts string
}

var attendFrench = AttendWords{
	Title: "Présence", TitleHalf: "Présence\u00a0: %s", Half: "%[1]s, %[2]s",
	Name: "Nom", Place: "Fonction, structure", HalfDays: "Demi-j.", Came: "Mouvements",
	Empty:  "La liste est vide\u00a0: Y inscrit ceux qui sont attendus, i ajoute quelqu’un.",
	Quorum: "Quorum\u00a0: %s", NoRule: "aucune règle de quorum",
	NotRequired: "seconde convocation\u00a0: aucun quorum requis", ForGroup: "réunion de groupe\u00a0: aucun quorum requis",
	Reached: "atteint", Missing: "non atteint",
	Awaited: Plural{"%d à noter", "%d à noter"},
	Proxies: "procurations", Remote: "à distance", Counts: "comptées", CountsNot: "non comptées", Unsettled: "à fixer",
	AtDistance:       "à distance",
	RepresentedTitle: "Représenté\u00a0: %s", By: "Par qui", As: "À quel titre",
	MovedTitle: "Mouvement\u00a0: %s", Which: "Mouvement", At: "À",
	Noted: "%[1]s\u00a0: %[2]s", Arrived: "%[1]s\u00a0: arrivée à %[2]s", Departed: "%[1]s\u00a0: départ à %[2]s", LeftAt: "parti %s",
	GuestTitle: "Nouvel invité", GuestHelp: "ctrl+n inscrit la personne et la structure que le fichier ne connaît pas",
	Adds:       "nouveau nom\u00a0: l’enregistrement l’ajoute au répertoire",
	OneHalf:    "La réunion ne dure pas plusieurs jours\u00a0: il n’y a pas de demi-journée à choisir.",
	NotListed:  "«\u00a0%[1]s\u00a0» n’est pas sur la liste\u00a0: encore %[2]s le retient tel qu’il est écrit.",
	Several:    "«\u00a0%[1]s\u00a0» peut désigner plusieurs personnes de la liste\u00a0: choisissez-la, ou encore %[2]s le retient tel quel.",
	HolderFull: "procuration non comptée\u00a0: %s au plus par mandataire", HolderAway: "procuration non comptée\u00a0: le mandataire n’est pas là",
	HolderUnlisted: "procuration non comptée\u00a0: le mandataire n’est pas sur la liste",
	OnlyArrives:    "%[1]s (%[2]s) n’est pas là et ne peut qu’arriver.", OnlyDeparts: "%s est déjà là et ne peut que partir.",
}

var attendEnglish = AttendWords{
	Title: "Attendance", TitleHalf: "Attendance: %s", Half: "%[1]s, %[2]s",
	Name: "Name", Place: "Function, institution", HalfDays: "Half-days", Came: "Movements",
	Empty:  "The list is empty: Y puts those who are expected on it, i adds somebody.",
	Quorum: "Quorum: %s", NoRule: "no quorum rule is set",
	NotRequired: "second notice: no quorum required", ForGroup: "group meeting: no quorum required",
	Reached: "reached", Missing: "not reached",
	Awaited: Plural{"%d to note", "%d to note"},
	Proxies: "proxies", Remote: "remote", Counts: "count", CountsNot: "do not count", Unsettled: "not settled",
	AtDistance:       "remote",
	RepresentedTitle: "Represented: %s", By: "By whom", As: "In what capacity",
	MovedTitle: "Movement: %s", Which: "Movement", At: "At",
	Noted: "%[1]s: %[2]s", Arrived: "%[1]s: arrival at %[2]s", Departed: "%[1]s: departure at %[2]s", LeftAt: "left %s",
	GuestTitle: "New guest", GuestHelp: "ctrl+n enters the person and the institution the file does not know",
	Adds:       "new name: saving adds it to the directory",
	OneHalf:    "The meeting does not last several days: there is no half-day to choose.",
	NotListed:  "“%[1]s” is not on the list: %[2]s again keeps it as it is written.",
	Several:    "“%[1]s” may be several people of the list: choose one, or %[2]s again keeps it as it is.",
	HolderFull: "proxy not counted: %s at most per person", HolderAway: "proxy not counted: the proxy holder is not there",
	HolderUnlisted: "proxy not counted: the proxy holder is not on the list",
	OnlyArrives:    "%[1]s (%[2]s) is not there and can only arrive.", OnlyDeparts: "%s is there already and can only leave.",
}
