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
	FileReplaced     FileReason = "replaced" // renamed or replaced while it was open
	FileNoFolder     FileReason = "no_folder"
	FileTrouble      FileReason = "trouble" // the disk or the system failed; Detail says how
)

// FileReasons lists the reasons.
var FileReasons = []FileReason{
	FileMissing, FileExists, FileFolder, FileEmpty, FileNotOurs, FileNewer, FileDamaged, FileLocked, FileReadOnly,
	FileNoPermission, FileNetworkShare, FileDiskFull, FileReplaced, FileNoFolder, FileTrouble,
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
