package i18n

import (
	"fmt"

	"suivi/internal/committee"
)

// BackupWords are what is said of backups, of putting one back, and of the
// copies that a file makes of itself.
type BackupWords struct {
	Backup, Restore CommandWord
	// To, Saved and Key stand for what is to be typed.
	To, Saved, Key       string
	Age, Identity, Force string // what the options do

	SourceWanted, BothWanted string
	BadPublicKey, BadKeyFile string

	Made, Checked, CheckedEmpty string
	Sealed                      Plural
	Faithful                    string // what is reported is in the file too
	PutBack, Until, UntilEmpty  string
	At, Today                   string // a day and a time of day
	Ago                         Plural
	Kept, ForceIt               string
	KeptMore                    Plural // changes that are only in what is kept
	Records, Lines              Plural

	// CopyFailed comes before what went wrong.
	CopyFailed                          string
	Copies, CopiesOff                   string
	CopiesLast, CopiesNone              string
	CopiesKept                          Plural // then the folder
	CopiesTitle, CopiesWhy, CopiesField string
	CopiesSaved, CopiesFixed            string
}

var backupFrench = BackupWords{
	Backup: CommandWord{
		"sauvegarder un fichier, même ouvert",
		"Fait une copie vérifiée du fichier tel qu’il est à cet instant, même s’il est ouvert. %[1]s est un nouveau fichier ou un dossier\u202f; " +
			"à défaut, la copie est mise à côté du fichier, sous un nom daté. Rien n’est jamais remplacé.",
	},
	Restore: CommandWord{
		"remettre une sauvegarde en place",
		"Vérifie une sauvegarde, puis la met à la place du fichier. Ce qui était là est gardé à côté, sous un nom daté. " +
			"Le fichier ne doit être ouvert nulle part.",
	},
	To: "DESTINATION", Saved: "SAUVEGARDE", Key: "CLÉ",
	Age:          "chiffrer pour le détenteur de cette clé publique age (age1…)\u202f; peut être répétée",
	Identity:     "fichier de la clé secrète qui ouvre une sauvegarde chiffrée",
	Force:        "remettre en place même ce qui n’est pas intact",
	SourceWanted: "il faut dire quel fichier sauvegarder.",
	BothWanted:   "il faut dire quelle sauvegarde remettre en place, puis quel fichier elle remplace.",
	BadPublicKey: "Il faut une clé publique age, qui commence par age1.",
	BadKeyFile:   "«\u00a0%s\u00a0» ne contient pas de clé secrète age.",
	Made:         "Sauvegarde faite\u00a0: %s",
	Checked:      "Vérifiée\u00a0: %[1]s, %[2]s, la dernière du %[3]s.",
	CheckedEmpty: "Vérifiée\u00a0: le fichier ne contient encore rien.",
	Sealed:       Plural{"Chiffrée\u00a0: une seule clé l’ouvre.", "Chiffrée\u00a0: %d clés l’ouvrent, une suffit."},
	Faithful:     "La copie est fidèle\u00a0: c’est le fichier lui-même qui n’est pas en ordre.",
	PutBack:      "Sauvegarde remise en place\u00a0: %s",
	Until:        "Elle va jusqu’au %[1]s (%[2]s)\u00a0: %[3]s, %[4]s.",
	UntilEmpty:   "Elle ne contient encore rien.",
	At:           "%s à %s",
	Today:        "aujourd’hui",
	Ago:          Plural{"il y a %d jour", "il y a %d jours"},
	Kept:         "Ce qui était là est gardé\u00a0: %s",
	ForceIt:      "L’option --force la remet en place telle quelle.",
	KeptMore:     Plural{"%d modification plus récente n’est plus que là.", "%d modifications plus récentes ne sont plus que là."},
	Records:      Plural{"%d fiche", "%d fiches"},
	Lines:        Plural{"%d ligne de journal", "%d lignes de journal"},

	CopyFailed: "La copie du jour n’a pas pu être faite\u202f; vos modifications sont enregistrées. %s",
	Copies:     "Copies du jour", CopiesOff: "aucune n’est faite",
	CopiesLast: "dernière le %s", CopiesNone: "aucune pour l’instant",
	CopiesKept:  Plural{"la dernière, dans %[2]s", "les %[1]d dernières, dans %[2]s"},
	CopiesTitle: "Copies du jour",
	CopiesWhy:   "Avant la première modification de chaque jour, une copie du fichier est faite à côté de lui. 0\u00a0: aucune copie.",
	CopiesField: "Copies gardées",
	CopiesSaved: "Réglage enregistré.",
	CopiesFixed: "Les réglages de cet ordinateur ne peuvent pas être modifiés ici.",
}

var backupEnglish = BackupWords{
	Backup: CommandWord{
		"back up a file, even while it is open",
		"Makes a checked copy of the file as it is at this moment, even while it is open. %[1]s is a new file or a folder; without it the copy " +
			"is put beside the file, under a dated name. Nothing is ever replaced.",
	},
	Restore: CommandWord{
		"put a backup back",
		"Checks a backup, then puts it in the place of the file. What was there is kept beside it, under a dated name. " +
			"The file must not be open anywhere.",
	},
	To: "TO", Saved: "BACKUP", Key: "KEY",
	Age:          "encrypt for the holder of this public age key (age1…); may be repeated",
	Identity:     "file of the secret key that opens an encrypted backup",
	Force:        "put back even what is not intact",
	SourceWanted: "say which file to back up.",
	BothWanted:   "say which backup to put back, then which file it replaces.",
	BadPublicKey: "It takes a public age key, which begins with age1.",
	BadKeyFile:   "“%s” holds no secret age key.",
	Made:         "Backup made: %s",
	Checked:      "Checked: %[1]s, %[2]s, the last of %[3]s.",
	CheckedEmpty: "Checked: the file does not hold anything yet.",
	Sealed:       Plural{"Encrypted: one key opens it.", "Encrypted: any of %d keys opens it."},
	Faithful:     "The copy is faithful: it is the file itself that is not in order.",
	PutBack:      "Backup put back: %s",
	Until:        "It goes up to %[1]s (%[2]s): %[3]s, %[4]s.",
	UntilEmpty:   "It does not hold anything yet.",
	At:           "%s at %s",
	Today:        "today",
	Ago:          Plural{"%d day ago", "%d days ago"},
	Kept:         "What was there is kept: %s",
	ForceIt:      "The option --force puts it back as it is.",
	KeptMore:     Plural{"%d later change is only there now.", "%d later changes are only there now."},
	Records:      Plural{"%d record", "%d records"},
	Lines:        Plural{"%d line of the journal", "%d lines of the journal"},

	CopyFailed: "The copy of the day could not be made; your changes are saved. %s",
	Copies:     "Copies of the day", CopiesOff: "none are made",
	CopiesLast: "last on %s", CopiesNone: "none yet",
	CopiesKept:  Plural{"the last one, in %[2]s", "the last %[1]d, in %[2]s"},
	CopiesTitle: "Copies of the day",
	CopiesWhy:   "Before the first change of each day a copy of the file is made beside it. 0: no copies.",
	CopiesField: "Copies kept",
	CopiesSaved: "Setting saved.",
	CopiesFixed: "The settings of this computer cannot be changed here.",
}

// copyFault words a copy that was not made: first that nothing is lost.
func (l *Locale) copyFault(e *committee.CopyError) string {
	return fmt.Sprintf(l.Words.Backup.CopyFailed, l.Error(e.Err))
}
