#!/usr/bin/env bash
# One recorded lecture's whole life, from the first question to the deletion receipt, through the doors that everybody uses:
# HTTP, Direct Line, Canvas, Zoom and the clock of a running Campus. Tells each step; ends with status 0, or says which step failed.
#
#   samples/journey.sh [BASE_URL_OF_CONTROL]      http://127.0.0.1:5083 when left out
#
# JOURNEY_BETWEEN, if set, is a command that runs between any two steps.
set -uo pipefail

CONTROL=${1:-http://127.0.0.1:5083}
CONTROL=${CONTROL%/}
STEP=0
TITLE="Find Campus"
declare -A TOKENS=()

# ---------------------------------------------------------------- telling

step() {
  if ((STEP > 0)) && [[ -n ${JOURNEY_BETWEEN:-} ]]; then
    $JOURNEY_BETWEEN >/dev/null 2>&1 || fail "what runs between the steps" "status $?"
  fi
  STEP=$((STEP + 1))
  TITLE=$1
  printf '%2d. %s\n' "$STEP" "$TITLE"
}

told() { printf '    %s\n' "$1"; }

# fail EXPECTED SEEN
fail() {
  local seen=${2:-nothing}
  seen=${seen//$'\n'/ }
  printf 'Step %d failed (%s): expected %s; seen: %s\n' "$STEP" "$TITLE" "$1" "${seen:0:600}"
  exit 1
}

# expect WHAT ACTUAL WANTED
expect() { [[ $2 == "$3" ]] || fail "$1 to be $3" "$2"; }

# wait_for WHAT COMMAND...: until it succeeds, three quarters of a minute at most; the command leaves in SEEN what it saw
wait_for() {
  local what=$1 end=$((SECONDS + 45))
  shift
  SEEN=""
  until "$@"; do
    ((SECONDS < end)) || fail "$what" "$SEEN"
    sleep 0.2
  done
}

# ---------------------------------------------------------------- the doors

# call METHOD URL BODY [CURL OPTION...]: leaves STATUS and BODY
call() {
  local method=$1 url=$2 body=$3 answer
  shift 3
  [[ -z $body ]] || set -- -H 'Content-Type: application/json' --data-binary "$body" "$@"
  answer=$(curl -sS --max-time 90 -X "$method" -w $'\n%{http_code}' "$@" "$url" 2>&1)
  STATUS=${answer##*$'\n'}
  BODY=${answer%$'\n'*}
}

# must WHAT STATUS: the last call was answered so
must() { [[ $STATUS == "$2" ]] || fail "$1 to answer $2" "$STATUS $BODY"; }

sign_in() {
  call POST "$BOT/campus/sign-in" "{\"account\":\"$1\"}"
  must "sign-in as $1" 200
  TOKENS[$1]=$(jq -r .token <<<"$BODY")
}

# bot ACCOUNT METHOD PATH [BODY]: a move of the clock can end a session, so signs in again where it has
bot() {
  local account=$1 method=$2 path=$3 body=${4:-}
  [[ -n ${TOKENS[$account]:-} ]] || sign_in "$account"
  call "$method" "$BOT$path" "$body" -H "Authorization: Bearer ${TOKENS[$account]}"
  if [[ $STATUS == 401 ]]; then
    sign_in "$account"
    call "$method" "$BOT$path" "$body" -H "Authorization: Bearer ${TOKENS[$account]}"
  fi
}

api() { bot "$1" "$2" "/api/v1$3" "${4:-}"; }

# canvas WHO METHOD PATH [FIELD...]
canvas() {
  local who=$1 method=$2 path=$3 field fields=()
  shift 3
  for field in "$@"; do fields+=(--data-urlencode "$field"); done
  call "$method" "$CANVAS/api/v1$path" "" -H "Authorization: Bearer campus-$who" "${fields[@]}"
}

sandbox() { call "$1" "$ZOOM/sandbox$2" "${3:-}"; }

zoom() {
  local token
  call POST "$ZOOM/oauth/token" "" -u campus-client:campus-client-secret -d grant_type=account_credentials -d account_id=campus-account
  must "Zoom's token" 200
  token=$(jq -r .access_token <<<"$BODY")
  call "$1" "$ZOOM/v2$2" "${3:-}" -H "Authorization: Bearer $token"
}

now() {
  call GET "$CONTROL/clock" ""
  jq -r .now <<<"$BODY"
}

# later PERIOD: an instant so far from now, by GNU date's words
later() { date -u -d "$(now) $1" +%Y-%m-%dT%H:%M:%SZ; }

# instant TEXT: seconds, to compare instants that are written differently
instant() { date -u -d "$1" +%s 2>/dev/null || echo "no instant: $1"; }

# clock FIELD VALUE
clock() {
  call POST "$CONTROL/clock" "{\"$1\":\"$2\"}"
  must "the clock" 200
  expect "the clock, moved ($1 $2)," "settled=$(jq -r .settled <<<"$BODY")" settled=true
}

# ---------------------------------------------------------------- the chat (Direct Line, polling)

open_chat() {
  bot teacher POST /directline/v3/tokens/generate
  must "Direct Line's token" 200
  LINE=$(jq -r .token <<<"$BODY")
  CONVERSATION=$(jq -r .conversationId <<<"$BODY")
  call POST "$BOT/directline/v3/conversations" "" -H "Authorization: Bearer $LINE" -H 'Content-Length: 0'
  [[ $STATUS == 20[01] ]] || fail "the conversation to open" "$STATUS $BODY"
}

# heard: what the bot has said since the watermark, as an array
hear() {
  call GET "$BOT/directline/v3/conversations/$CONVERSATION/activities?watermark=${WATERMARK:-}" "" -H "Authorization: Bearer $LINE"
  if [[ $STATUS == 401 || $STATUS == 403 ]]; then
    open_chat
    call GET "$BOT/directline/v3/conversations/$CONVERSATION/activities?watermark=${WATERMARK:-}" "" -H "Authorization: Bearer $LINE"
  fi
  must "the chat" 200
  WATERMARK=$(jq -r '.watermark // empty' <<<"$BODY")
  HEARD=$(jq -c '[.activities[] | select(.type == "message" and .from.id == "recordingbot")]' <<<"$BODY")
}

say() {
  local activity
  activity=$(jq -nc --arg text "$1" '{type: "message", from: {id: "me"}, text: $text}')
  call POST "$BOT/directline/v3/conversations/$CONVERSATION/activities" "$activity" -H "Authorization: Bearer $LINE"
  [[ $STATUS == 20? ]] || fail "the chat to take \"$1\"" "$STATUS $BODY"
  hear
  QUESTION=$(jq -r '[.[].channelData.question? // empty] | last // empty' <<<"$HEARD")
}

# button PART: the value of the last question's button whose title or value has this part
button() {
  jq -r --arg part "$1" '[.[].suggestedActions.actions[]? | select((.title | contains($part)) or (.value | tostring | contains($part))) | .value] | last // empty' <<<"$HEARD"
}

# heard_of PART...: whether a message since the watermark holds all parts
heard_of() {
  hear
  SEEN="$SEEN $(jq -r '[.[].text] | join(" | ")' <<<"$HEARD")"
  local part
  for part in "$@"; do [[ $SEEN == *"$part"* ]] || return 1; done
}

# interview TOPIC COURSE: answers what the bot asks, whatever the order, until a decision stands; leaves its text in DECISION
interview() {
  local topic=$1 course=$2 turn
  say "spela in"
  for turn in $(seq 40); do
    case $QUESTION in
      meeting) say "$(button "$topic")" ;;
      meeting.course) say "$(button "$course")" ;;
      meeting.kind) say teaching ;;
      recorder.role) say employee ;;
      purpose.text) say "Studenterna repeterar härledningarna inför laborationen." ;;
      purpose.category) say education.lecture ;;
      necessity.achievableWithout) say nej ;;
      necessity.justification) say "Härledningarna är långa och finns inte i boken, och en tredjedel av kursen är på praktik." ;;
      legalBasis.kind) say public-interest ;;
      audience.groups) say students ;;
      audience.dependent) say ja ;;
      contains.*) say inget ;;
      participationOptions.cameraOptional | participationOptions.microphoneOptional) say ja ;;
      storage) say recorder-computer ;;
      publication) say canvas-course ;;
      availability) say course-lifetime ;;
      review)
        say besluta
        DECISION=$(jq -r '[.[].text] | join(" | ")' <<<"$HEARD")
        return
        ;;
      *) fail "a question that a teacher would expect" "$QUESTION: $(jq -r '[.[].text] | join(" | ")' <<<"$HEARD")" ;;
    esac
  done
  fail "the questions to end" "$QUESTION"
}

# ---------------------------------------------------------------- what is looked for

# new_course NAME ENDS: a course with a teacher and a student; leaves COURSE
new_course() {
  canvas admin POST /accounts/1/courses "course[name]=$1" "course[course_code]=$1" "course[end_at]=$2" \
    "course[restrict_enrollments_to_course_dates]=true" "offer=true"
  must "Canvas, asked for a course," 200
  COURSE=$(jq -r .id <<<"$BODY")
  local enrollment
  for enrollment in 2:TeacherEnrollment 3:StudentEnrollment; do
    canvas admin POST "/courses/$COURSE/enrollments" "enrollment[user_id]=${enrollment%:*}" "enrollment[type]=${enrollment#*:}" "enrollment[enrollment_state]=active"
    must "Canvas, asked for an enrollment," 200
  done
}

# new_meeting TOPIC COURSE: planned for in ten minutes; leaves MEETING (Zoom's number) and UUID
new_meeting() {
  sandbox POST /meetings "$(jq -nc --arg topic "$1" --arg course "$2" --arg at "$(later '10 minutes')" \
    '{host: "teacher", topic: $topic, startsAt: $at, minutes: 45, courseId: (if $course == "" then null else $course end)}')"
  must "Zoom, asked for a meeting," 200
  MEETING=$(jq -r .id <<<"$BODY")
  UUID=$(jq -r .uuid <<<"$BODY")
}

play() { # play MEETING ACT [BODY]
  sandbox POST "/meetings/$1/$2" "${3:-"{}"}"
}

record() { play "$1" recording "{\"where\":\"local\",\"do\":\"$2\"}"; }

# meeting_is FILTER: our meeting, as the API tells of it, is so; leaves OURS
meeting_is() {
  api teacher GET "/meetings?zoomUuid=$(jq -rn --arg uuid "$UUID" '$uuid | @uri')"
  OURS=$(jq -c '.items[0] // empty' <<<"$BODY")
  SEEN="$STATUS $BODY"
  [[ -n $OURS ]] && jq -e "$1" >/dev/null <<<"$OURS"
}

# recording_is COURSE FILTER: the one recording of a course is so; leaves RECORDING and RECORDING_ID
recording_is() {
  api course-admin GET "/recordings?course=$1"
  RECORDING=$(jq -c '.items | if length == 1 then .[0] else empty end' <<<"$BODY")
  SEEN="$STATUS $BODY"
  [[ -n $RECORDING ]] || return 1
  RECORDING_ID=$(jq -r .id <<<"$RECORDING")
  jq -e "$2" >/dev/null <<<"$RECORDING"
}

right_is() {
  zoom GET /users/zoom-teacher/settings
  SEEN=$(jq -r .recording.local_recording <<<"$BODY")
  [[ $SEEN == "$1" ]]
}

chat_has() { # chat_has MEETING COUNT TEXT
  sandbox GET "/meetings/$1/chat"
  SEEN=$BODY
  (($(jq --arg text "$3" '[.items[] | select(.text | contains($text))] | length' <<<"$BODY") >= $2))
}

# ends_at COURSE INSTANT REASON: the recording ends then, and says why
ends_at() {
  recording_is "$1" . || return 1
  SEEN=$(jq -c .ends <<<"$RECORDING")
  [[ $(instant "$(jq -r .ends.at <<<"$RECORDING")") == "$(instant "$2")" && $(jq -r .ends.reason <<<"$RECORDING") == "$3" ]]
}

# in_canvas WHO FILE STATUS
in_canvas() {
  canvas "$1" GET "/files/$2"
  SEEN="$STATUS $BODY"
  [[ $STATUS == "$3" ]]
}

# on_disk COUNT TOPIC_MARK: so many files lie in session folders of this journey; tells nothing where the folder is another machine's
on_disk() {
  [[ -d $FOLDER ]] || return 0
  SEEN=$(find "$FOLDER" -path "*$2*" -type f 2>/dev/null | wc -l)
  case $1 in
    some) ((SEEN > 0)) ;;
    none) ((SEEN == 0)) ;;
  esac
}

# ================================================================ the journey

for program in curl jq date; do
  command -v "$program" >/dev/null || fail "the program $program" "it isn't installed"
done
complete() {
  call GET "$CONTROL/campus" ""
  SEEN="$STATUS $BODY"
  [[ $STATUS == 200 ]] && jq -e '.bot and .canvas and .zoom' >/dev/null <<<"$BODY"
}
wait_for "Campus ($CONTROL) to run the bot, Canvas and Zoom" complete
BOT=$(jq -r .bot <<<"$BODY")
CANVAS=$(jq -r .canvas <<<"$BODY")
ZOOM=$(jq -r .zoom <<<"$BODY")
FOLDER=$(jq -r '.recordings // empty' <<<"$BODY")

MARK=$(printf 'k%05x' $((RANDOM * 32 + RANDOM % 32)))
LECTURE="Föreläsning 3: kraft och rörelse $MARK-a"
SEMINAR="Seminarium $MARK-b"
SECRET="Spontant möte $MARK-c"

step "The bot is ready, and the teacher signs in"
call GET "$BOT/health/ready" ""
must "the bot's health" 200
sign_in teacher
call GET "$BOT/api/v1/meetings" ""
must "the API without a token" 401

step "The teacher's course closes in forty days; a lecture is planned in Zoom"
LECTURE_ENDS=$(later '40 days')
new_course "Fysik $MARK-a" "$LECTURE_ENDS"
LECTURE_COURSE=$COURSE
api course-admin GET "/courses/$LECTURE_COURSE/lifetime"
must "the course's lifetime" 200
expect "the course's closing" "$(instant "$(jq -r .closesAt <<<"$BODY")")" "$(instant "$LECTURE_ENDS")"
told "$(jq -r .why.sv <<<"$BODY")"
new_meeting "$LECTURE" ""
LECTURE_MEETING=$MEETING LECTURE_UUID=$UUID

step "Without approval Zoom refuses to record"
new_meeting "$SECRET" ""
SECRET_MEETING=$MEETING
play "$SECRET_MEETING" start
must "Zoom, asked to start," 200
record "$SECRET_MEETING" start
must "Zoom, asked to record without the right," 403
told "$(jq -r .message <<<"$BODY")"
play "$SECRET_MEETING" end
must "Zoom, asked to end," 200

step "The teacher says \"spela in\", answers the questions in Swedish, and gets a decision with its rules"
open_chat
hear
interview "$LECTURE" "Fysik $MARK-a"
[[ $DECISION == *notice.before-start* ]] || fail "a decision that cites notice.before-start" "$DECISION"
UUID=$LECTURE_UUID
wait_for "the decision to be approved" meeting_is '.decision.outcome == "approved"'
LECTURE_ID=$(jq -r .id <<<"$OURS")
told "$(jq -r '[.decision.findings[].rule] | join(", ")' <<<"$OURS")"

step "The notice is published behind its link, with its SHA-256"
wait_for "the notice" meeting_is '.notice.url != null'
NOTICE=$(jq -r .notice.url <<<"$OURS")
SHA=$(jq -r .notice.sha256 <<<"$OURS")
call GET "$NOTICE" ""
must "the notice's page" 200
[[ $BODY == *"$SHA"* ]] || fail "the page to show SHA-256 $SHA" "$BODY"
SHOWN=$(curl -sS "$NOTICE/text" | sha256sum | cut -d' ' -f1)
expect "the SHA-256 of the notice's text" "$SHOWN" "$SHA"
call GET "${NOTICE%/*}/$(printf 'A%.0s' {1..43})" ""
must "a link that nobody was given" 404

step "The right to record appears in Zoom"
wait_for "Zoom's setting local_recording to be on" right_is true
wait_for "the meeting to say that the right is given" meeting_is '.right == "given"'

step "The lecture starts; the notice is posted in its chat"
play "$LECTURE_MEETING" start
must "Zoom, asked to start," 200
play "$LECTURE_MEETING" participants '{"name":"Guest One","guest":true,"do":"join"}'
wait_for "the notice in the meeting's chat" chat_has "$LECTURE_MEETING" 1 "$NOTICE"
wait_for "the meeting to say when it was posted" meeting_is '.notice.postedAt != null'

step "Somebody joins late, and gets the notice too"
play "$LECTURE_MEETING" participants '{"name":"Guest Two","guest":true,"do":"join"}'
must "Zoom, asked to let somebody in," 200
clock advance PT3M
wait_for "the notice in the chat once more" chat_has "$LECTURE_MEETING" 2 "$NOTICE"
wait_for "everyone present to be reached" meeting_is '.notice.coverage | .present >= 2 and .reached == .present'

step "The teacher records; Zoom leaves its files on the computer"
record "$LECTURE_MEETING" start
must "Zoom, asked to record," 200
clock advance PT20M
record "$LECTURE_MEETING" stop
must "Zoom, asked to stop," 200
play "$LECTURE_MEETING" end
must "Zoom, asked to end," 200
wait_for "the files on the disk" on_disk some "$MARK-a"

step "The right goes with the meeting"
wait_for "Zoom's setting local_recording to be off" right_is false
wait_for "the meeting to say that the right is taken" meeting_is '.right == "taken"'

step "The agent sees that the folder is complete, hashes each part, and the recording is tied to its decision"
clock advance PT3M
wait_for "the recording" recording_is "$LECTURE_COURSE" '.state == "registered"'
LECTURE_RECORDING=$RECORDING_ID
expect "the recording's meeting" "$(jq -r .meetingId <<<"$RECORDING")" "$LECTURE_ID"
jq -e '[.parts[].kind] | contains(["video", "audio"])' >/dev/null <<<"$RECORDING" || fail "a video and an audio part" "$RECORDING"
jq -e 'all(.parts[]; (.sha256 | test("^[0-9a-f]{64}$")) and .size > 0)' >/dev/null <<<"$RECORDING" || fail "size and SHA-256 of each part" "$RECORDING"
VIDEO_SHA=$(jq -r '[.parts[] | select(.kind == "video")][0].sha256' <<<"$RECORDING")
if [[ -d $FOLDER ]]; then
  ON_DISK=$(find "$FOLDER" -path "*$MARK-a*" -name '*.mp4' -exec sha256sum {} + | cut -d' ' -f1)
  expect "the video's SHA-256" "$VIDEO_SHA" "$ON_DISK"
fi
told "$(jq -r '[.parts[] | "\(.kind) \(.size) bytes"] | join(", ")' <<<"$RECORDING")"

step "The teacher publishes; the recording is in its course, locked for the moment at which the course closes"
api teacher PUT "/recordings/$LECTURE_RECORDING/publication"
must "publishing" 200
wait_for "the recording to be published" recording_is "$LECTURE_COURSE" '.state == "published" and .publication.visible'
FILE=$(jq -r .publication.canvasFileId <<<"$RECORDING")
expect "lock_at" "$(instant "$(jq -r .publication.lockAt <<<"$RECORDING")")" "$(instant "$LECTURE_ENDS")"
canvas admin GET "/files/$FILE"
must "Canvas, asked for the file," 200
expect "Canvas's own lock_at" "$(instant "$(jq -r .lock_at <<<"$BODY")")" "$(instant "$LECTURE_ENDS")"
canvas student GET "/courses/$LECTURE_COURSE/modules"
must "Canvas, asked for the modules by the student," 200
canvas student GET "/courses/$LECTURE_COURSE/modules/$(jq -r '.[0].id' <<<"$BODY")/items"
jq -e --arg file "$FILE" 'any(.[]; (.content_id | tostring) == $file)' >/dev/null <<<"$BODY" || fail "a module item that the student sees" "$STATUS $BODY"

step "A student opens it in Canvas"
canvas student GET "/files/$FILE"
must "Canvas, asked by the student," 200
SHOWN=$(curl -sS -L "$(jq -r .url <<<"$BODY")" | sha256sum | cut -d' ' -f1)
expect "the SHA-256 of what the student gets" "$SHOWN" "$VIDEO_SHA"

step "The course admin sees on the page and in the API what there is, when it ends and why then"
wait_for "the end at the course's closing" ends_at "$LECTURE_COURSE" "$LECTURE_ENDS" course-closes
told "$(jq -r .ends.why.sv <<<"$RECORDING")"
bot course-admin GET "/courses/$LECTURE_COURSE/recordings"
must "the course's page" 200
[[ $BODY == *"$MARK-a"* ]] || fail "the lecture on the course's page" "$BODY"
api student GET "/recordings/$LECTURE_RECORDING"
[[ $STATUS == 40[34] ]] || fail "the recording to be closed to a student" "$STATUS $BODY"

step "Somebody gives the right by hand; what is recorded then belongs to no decision"
zoom PATCH /users/zoom-teacher/settings '{"recording":{"local_recording":true}}'
must "Zoom, asked to change the setting," 204
play "$SECRET_MEETING" start
record "$SECRET_MEETING" start
must "Zoom, asked to record," 200
clock advance PT10M
record "$SECRET_MEETING" stop
play "$SECRET_MEETING" end
must "Zoom, asked to end," 200
zoom PATCH /users/zoom-teacher/settings '{"recording":{"local_recording":false}}'
must "Zoom, asked to change the setting back," 204
clock advance PT3M
open_chat
wait_for "the question in the chat" heard_of "$SECRET"
asked() {
  api teacher GET /tasks
  SEEN="$STATUS $BODY"
  TASK=$(jq -r --arg mark "$MARK-c" '[.items[] | select(.kind == "unexplained-recording" and (.question.sv | contains($mark)))][0].id // empty' <<<"$BODY")
  [[ -n $TASK ]]
}
wait_for "the task: justify or delete" asked

step "The teacher answers: delete it"
api teacher POST "/tasks/$TASK/answer" '{"answer":"delete"}'
[[ $STATUS == 20? ]] || fail "the answer to be taken" "$STATUS $BODY"
clock advance PT1M
wait_for "the files to be gone from the disk" on_disk none "$MARK-c"

step "A seminar in another course is decided over HTTP, held and recorded"
SEMINAR_ENDS=$(later '200 days')
new_course "Retorik $MARK-b" "$SEMINAR_ENDS"
SEMINAR_COURSE=$COURSE
new_meeting "$SEMINAR" "$SEMINAR_COURSE"
SEMINAR_MEETING=$MEETING
wait_for "the meeting" meeting_is .id
REQUEST=$(jq -nc --arg course "$SEMINAR_COURSE" '{
  recorder: {role: "employee"}, audience: {groups: ["students"]},
  purpose: {text: "Deltagarna ser sina egna anföranden i efterhand.", category: "education.seminar"},
  necessity: {achievableWithout: false, justification: "Den som talar kan inte se sig själv."},
  legalBasis: {kind: "public-interest"},
  contains: {sensitive: false, confidential: false, private: false, personalIdentityNumbers: false},
  participationOptions: {cameraOptional: true, microphoneOptional: true},
  storage: {place: "recorder-computer"}, publication: {kind: "canvas-course", target: $course}, availability: {kind: "course-lifetime"}}')
MEETING_PATH="/meetings/$(jq -r .id <<<"$OURS")/decision"
api teacher PUT "$MEETING_PATH" "$(jq -c '.legalBasis.kind = "legitimate-interests"' <<<"$REQUEST")"
must "the decision" 200
expect "a university's decision on legitimate interests" "$(jq -r .outcome <<<"$BODY")" refused
told "$(jq -r '[.findings[] | select(.effect == "refuse") | "\(.rule): \(.message.sv)"][0]' <<<"$BODY")"
api teacher PUT "$MEETING_PATH" "$REQUEST"
must "the decision" 200
expect "the outcome" "$(jq -r .outcome <<<"$BODY")" approved
wait_for "Zoom's setting local_recording to be on" right_is true
play "$SEMINAR_MEETING" start
record "$SEMINAR_MEETING" start
must "Zoom, asked to record," 200
clock advance PT15M
play "$SEMINAR_MEETING" end
must "Zoom, asked to end," 200
clock advance PT3M
wait_for "the recording" recording_is "$SEMINAR_COURSE" '.state == "registered"'
wait_for "its end at the course's closing" ends_at "$SEMINAR_COURSE" "$SEMINAR_ENDS" course-closes

step "The course's end is moved later, then earlier: the recording's end moves with it"
for days in 230 60; do
  SEMINAR_ENDS=$(later "$days days")
  canvas admin PUT "/courses/$SEMINAR_COURSE" "course[end_at]=$SEMINAR_ENDS"
  must "Canvas, asked to move the course's end," 200
  clock advance PT15M
  wait_for "the end to follow" ends_at "$SEMINAR_COURSE" "$SEMINAR_ENDS" course-closes
  told "$(jq -r .ends.why.sv <<<"$RECORDING")"
done

step "The course is concluded by hand, and opened again: the end moves with it, and nothing is deleted meanwhile"
canvas admin PUT "/courses/$SEMINAR_COURSE" "course[event]=conclude"
must "Canvas, asked to conclude the course," 200
clock advance PT15M
wait_for "the end to follow" recording_is "$SEMINAR_COURSE" '.ends.reason == "course-closed" and .state != "deleted"'
told "$(jq -r .ends.why.sv <<<"$RECORDING")"
canvas admin PUT "/courses/$SEMINAR_COURSE" "course[event]=offer"
must "Canvas, asked to open the course again," 200
clock advance PT15M
wait_for "the end to come back" ends_at "$SEMINAR_COURSE" "$SEMINAR_ENDS" course-closes

step "The end comes near: warnings come in time, once each"
hear
warned() { recording_is "$LECTURE_COURSE" "[.warnings[] | select(.acceptedAt != null)] | length == $1"; }
for moment in '29 days:1' '6 days:2' '12 hours:3'; do
  clock to "$(date -u -d "$LECTURE_ENDS - ${moment%:*}" +%Y-%m-%dT%H:%M:%SZ)"
  wait_for "${moment#*:} accepted warnings, ${moment%:*} before the end" warned "${moment#*:}"
  told "$(jq -r '"warned at \(.warnings[-1].at)"' <<<"$RECORDING")"
done
expect "the times of the warnings" "$(jq -r '[.warnings[].at] | unique | length' <<<"$RECORDING")" 3
open_chat
wait_for "the warning in the teacher's chat" heard_of "$LECTURE"

step "The course closes: the recording is gone from Canvas and from the disk"
clock to "$(date -u -d "$LECTURE_ENDS + 1 hour" +%Y-%m-%dT%H:%M:%SZ)"
wait_for "the recording to be deleted" recording_is "$LECTURE_COURSE" '.state == "deleted"'
wait_for "Canvas to answer 404 for the file" in_canvas admin "$FILE" 404
in_canvas student "$FILE" 200 && fail "the file to be closed to the student" "$SEEN"
wait_for "the files to be gone from the disk" on_disk none "$MARK-a"
jq -e 'all(.parts[].copies[]; .state == "gone")' >/dev/null <<<"$RECORDING" || fail "every copy to be gone" "$RECORDING"

step "A receipt can be read for each copy"
api teacher GET "/recordings/$LECTURE_RECORDING/receipts"
must "the receipts" 200
RECEIPTS=$(jq -c 'if type == "array" then . else .items end' <<<"$BODY")
expect "the copies with a receipt" "$(jq -c '[.[].copy] | sort' <<<"$RECEIPTS")" "$(jq -c '[.parts[].copies[].id] | sort' <<<"$RECORDING")"
jq -e 'all(.[]; .goneAt != null and .signature != null and .evidence != null and .authority != null and (.sha256 | length) == 64)' >/dev/null <<<"$RECEIPTS" ||
  fail "time, authority, evidence and signature on each" "$RECEIPTS"
told "$(jq -r '[.[] | "\(.place): \(.evidence)"] | unique | join(", ")' <<<"$RECEIPTS")"

step "The seminar, unpublished and warned of, ends the same way"
clock to "$(date -u -d "$SEMINAR_ENDS + 1 hour" +%Y-%m-%dT%H:%M:%SZ)"
wait_for "the recording to be deleted" recording_is "$SEMINAR_COURSE" '.state == "deleted"'
wait_for "the files to be gone from the disk" on_disk none "$MARK-b"

printf 'Arrived: the lecture lived its whole life.\n'
