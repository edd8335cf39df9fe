package committee

import "fmt"

// FileReason says why a file cannot be opened, read or written.
type FileReason string

// The reasons.
const (
	FileMissing      FileReason = "missing"
	FileExists       FileReason = "exists" // creating would overwrite it
	FileFolder       FileReason = "folder" // a folder, not a file
	FileEmpty        FileReason = "empty_file"
	FileNotOurs      FileReason = "not_ours" // made by another program
	FileNewer        FileReason = "newer"    // made by a newer suivi
	FileDamaged      FileReason = "damaged"
	FileLocked       FileReason = "locked" // another program holds it
	FileReadOnly     FileReason = "read_only"
	FileNoPermission FileReason = "no_permission"
	FileNetworkShare FileReason = "network_share" // Detail is the kind of share
	FileDiskFull     FileReason = "disk_full"
	FileGone         FileReason = "gone"        // moved or removed while it was open
	FileFolderGone   FileReason = "folder_gone" // its folder was, while it was open
	FileReplaced     FileReason = "replaced"    // another file has its name while it is open
	FileUnsided      FileReason = "unsided"     // what SQLite keeps beside it was taken away while it is open
	FileNoFolder     FileReason = "no_folder"
	FileTrouble      FileReason = "trouble" // the disk or the system failed; Detail says how
	FileInUse        FileReason = "in_use"  // another program has it open
	FileMixed        FileReason = "mixed"   // the file and the -wal beside it are not of one time
	FileUnsound      FileReason = "unsound" // a backup in which a check found something
	FileItself       FileReason = "itself"  // a backup and what it is to replace are one file
	FileSealed       FileReason = "sealed"  // encrypted, and no key was given
	FileWrongKey     FileReason = "wrong_key"
	FileIndex        FileReason = "index" // the index of the search is damaged, the facts are not
)

// FileReasons lists the reasons.
var FileReasons = []FileReason{
	FileMissing, FileExists, FileFolder, FileEmpty, FileNotOurs, FileNewer, FileDamaged, FileLocked, FileReadOnly,
	FileNoPermission, FileNetworkShare, FileDiskFull, FileGone, FileFolderGone, FileReplaced, FileUnsided, FileNoFolder, FileTrouble,
	FileInUse, FileMixed, FileUnsound, FileItself, FileSealed, FileWrongKey, FileIndex,
}

// FileError says what is wrong with the committee's file. Detail, when
// present, is data for the message.
type FileError struct {
	Path   string
	Reason FileReason
	Detail string
}

// Error is for logs; screens word the error themselves.
func (e *FileError) Error() string {
	return fmt.Sprintf("file %s: %s %s", e.Path, e.Reason, e.Detail)
}

// CopyError says that the copy a file makes of itself on the first change of a
// day could not be made, and why. The change itself is saved.
type CopyError struct{ Err error }

// Error is for logs; screens word the error themselves.
func (e *CopyError) Error() string { return fmt.Sprintf("copy of the day: %v", e.Err) }

// Unwrap is why.
func (e *CopyError) Unwrap() error { return e.Err }

// Rule names a rule that the file checks by itself.
type Rule string

// The rules a file checks.
const (
	RuleUnique  Rule = "unique"
	RuleLink    Rule = "link" // points at something that is not there
	RuleCheck   Rule = "check"
	RuleMissing Rule = "missing" // a value that must be there
	RuleTrigger Rule = "trigger"
)

// Rules lists the rules a file checks.
var Rules = []Rule{RuleUnique, RuleLink, RuleCheck, RuleMissing, RuleTrigger}

// RuleError says that the file itself refused a value that no earlier check
// had refused. Detail names the table, the column or the rule.
type RuleError struct {
	Rule   Rule
	Detail string
}

// Error is for logs; screens word the error themselves.
func (e *RuleError) Error() string { return fmt.Sprintf("file rule %s: %s", e.Rule, e.Detail) }
