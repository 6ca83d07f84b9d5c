# Reads the result file (TRX) of one suite; prints its line, its failures, and each skipped test under its reason.
# The environment holds TITLE; STATUS, the run's exit code; ABORTED, the end of the log of a run that did not get to its
# end, else empty; COUNTS, the file that the numbers passed, failed and skipped are added to as a line.
function unescaped(text) {
  gsub(/&#x[Dd];/, "", text); gsub(/&#x[Aa];/, "\n", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
  gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text); gsub(/&amp;/, "\\&", text)
  return text
}
function attribute(name,    from) {
  from = index($0, " " name "=\"") + length(name) + 3
  return unescaped(substr($0, from, index(substr($0, from), "\"") - 1))
}
function element(name,    from, to) {
  from = index($0, "<" name ">")
  to = index($0, "</" name ">")
  return from && to ? unescaped(substr($0, from + length(name) + 2, to - from - length(name) - 2)) : ""
}
function indented(text) { gsub(/\n/, "\n      ", text); return text }

BEGIN { RS = "<UnitTestResult "; passed = failed = skipped = reasons = 0; aborted = ENVIRON["ABORTED"] }
NR == 1 { next }
{
  $0 = " " $0
  test = attribute("testName")
  outcome = attribute("outcome")
  if (outcome == "Passed") {
    passed++
  } else if (outcome == "NotExecuted") {
    skipped++
    reason = element("Message")
    if (!(reason in skips)) order[++reasons] = reason
    skips[reason] = skips[reason] "\n      " test
  } else {
    failures[++failed] = test "\n      " indented(element("Message") "\n" element("StackTrace"))
  }
}
END {
  if (aborted == "" && passed + failed + skipped == 0) aborted = "no test was found"
  if (aborted == "" && ENVIRON["STATUS"] != 0 && failed == 0) aborted = "exit code " ENVIRON["STATUS"]
  if (aborted != "") failures[++failed] = "the run itself: " indented(aborted)
  printf "%s: %d passed, %d failed, %d skipped\n", ENVIRON["TITLE"], passed, failed, skipped
  for (i = 1; i <= failed; i++) print "  failed: " failures[i]
  for (i = 1; i <= reasons; i++) print "  skipped: " order[i] skips[order[i]]
  print passed, failed, skipped >> ENVIRON["COUNTS"]
}
