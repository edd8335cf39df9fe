package i18n

import "suivi/internal/committee"

// WatchWords say what others did to the file, and what became of it, while it
// was open.
type WatchWords struct {
	// Changed names who changed what is on the screen; ChangedUnsigned is for
	// those who gave no name.
	Changed, ChangedUnsigned string
	// Waiting says that another program keeps the file, GivenUp that waiting was
	// given up.
	Waiting, GivenUp string
	// Trouble is what is wrong with the file, in the title line; Back says that
	// nothing is any more.
	Trouble map[committee.FileReason]string
	Back    string
	Offer   string
	// AllSaved says that the file holds everything, NotAllSaved that something
	// typed is not in it.
	AllSaved, NotAllSaved string

	SaveAs, SaveAsTitle, SaveAsWhy, SaveAsHelp string
	Path, NoPath, Saved, Later, TroubleTitle   string
	// QuitTitle and QuitLine ask whether to quit while the file is not in its place.
	QuitTitle, QuitLine string
}

var watchFrench = WatchWords{
	Changed:         "Modifié par %s",
	ChangedUnsigned: "Modifié dans un autre programme",
	Waiting:         "Fichier occupé par un autre programme\u00a0: en attente… échap pour renoncer",
	GivenUp:         "Vous avez renoncé à attendre\u00a0: rien n’est enregistré, votre saisie est intacte.",
	Trouble: map[committee.FileReason]string{
		committee.FileGone: "fichier déplacé ou supprimé", committee.FileFolderGone: "dossier déplacé ou supprimé",
		committee.FileReplaced: "fichier remplacé", committee.FileUnsided: "fichier -wal retiré", committee.FileReadOnly: "fichier en lecture seule",
		committee.FileNoPermission: "fichier interdit d’accès", committee.FileDiskFull: "disque plein",
		committee.FileTrouble: "disque en panne", committee.FileDamaged: "fichier endommagé",
	},
	Back:        "Le fichier est de nouveau à sa place et peut être modifié.",
	Offer:       "ctrl+w l’enregistre sous un autre nom.",
	AllSaved:    "Tout est enregistré.",
	NotAllSaved: "Une saisie n’est pas encore enregistrée.",
	SaveAs:      "enregistrer sous un autre nom",
	SaveAsTitle: "Enregistrer sous…",
	SaveAsWhy:   "Une copie entière de ce qui est ouvert y est écrite et vérifiée, puis vous continuez dans ce fichier.",
	SaveAsHelp:  "le chemin d’un fichier qui n’existe pas encore",
	Path:        "Nouveau fichier", NoPath: "un nom de fichier est nécessaire",
	QuitTitle: "Quitter sans enregistrer ce qui est ouvert\u202f?",
	QuitLine:  "Enregistrez-le sous un autre nom avant de quitter, sauf si vous savez où il est.",
	Saved:     "Vous travaillez maintenant dans %s", Later: "continuer la saisie", TroubleTitle: "Rien n’est enregistré",
}

var watchEnglish = WatchWords{
	Changed:         "Changed by %s",
	ChangedUnsigned: "Changed in another program",
	Waiting:         "The file is held by another program: waiting… esc to give up",
	GivenUp:         "You gave up waiting: nothing is saved, what you typed is intact.",
	Trouble: map[committee.FileReason]string{
		committee.FileGone: "file moved or removed", committee.FileFolderGone: "folder moved or removed",
		committee.FileReplaced: "file replaced", committee.FileUnsided: "-wal file taken away", committee.FileReadOnly: "read-only file",
		committee.FileNoPermission: "file not accessible", committee.FileDiskFull: "disk full",
		committee.FileTrouble: "disk failure", committee.FileDamaged: "damaged file",
	},
	Back:        "The file is back in its place and can be changed.",
	Offer:       "ctrl+w saves it under another name.",
	AllSaved:    "Everything is saved.",
	NotAllSaved: "Something that is typed is not saved yet.",
	SaveAs:      "save under another name",
	SaveAsTitle: "Save as…",
	SaveAsWhy:   "A whole copy of what is open is written there and checked, then you go on in that file.",
	SaveAsHelp:  "the path of a file that does not exist yet",
	Path:        "New file", NoPath: "the name of a file is needed",
	QuitTitle: "Quit without saving what is open?",
	QuitLine:  "Save it under another name before you quit, unless you know where it is.",
	Saved:     "You now work in %s", Later: "go on typing", TroubleTitle: "Nothing is saved",
}
