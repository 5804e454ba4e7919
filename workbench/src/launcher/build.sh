# The part of the launcher that builds; read by ../../../dojo when the workbench is missing or stale.
# It uses that script's words and variables: say, refuse, fresh, root, sources, java, java_home, dist, jar, stamp, state, lock, log.

# ---- one build at a time -----------------------------------------------------------------------

alive() {
    # kill -0 alone also fails for another user's process.
    kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ] || ps -p "$1" >/dev/null 2>&1
}

# Are the lock's owners, the launcher and its Maven, processes of this machine that are no more?
owner_died() {
    [ -s "$lock/owner" ] || return 1
    while IFS=@ read -r pid host; do
        [ "$host" = "$(uname -n)" ] && ! alive "$pid" || return 1
    done <"$lock/owner"
}

# Looks again under a lock of its own: otherwise the slower of two waiters would remove the lock the faster one just took.
break_dead_lock() {
    owner_died && mkdir "$lock.breaking" 2>/dev/null || return 0
    owner_died && rm -rf "$lock"
    rmdir "$lock.breaking"
}

take_lock() {
    # Root may write everywhere, so it is tried; a folder that nobody may write to would look like one that is locked.
    writable "$state" || refuse "the workbench has to be built, and $state cannot be written:" \
        "run ./dojo once as the owner of $root, or clone it to a folder of yours (or is the disk full?)."
    waited=0
    until mkdir "$lock" 2>/dev/null; do
        [ "$waited" -gt 0 ] || say "Another dojo is building here; waiting for it."
        # An owner that never signed: it was killed between two commands.
        [ "$waited" -lt 10 ] || [ -e "$lock/owner" ] || rmdir "$lock" 2>/dev/null
        [ "$waited" -lt 900 ] || refuse "gave up after 15 minutes of waiting for another build; if there is none, remove $lock."
        break_dead_lock
        sleep 1
        waited=$((waited + 1))
    done
    trap 'rm -rf "$lock"' EXIT
    trap 'rm -rf "$lock"; exit 130' INT
    trap 'rm -rf "$lock"; exit 143' TERM HUP
    printf '%s\n' "$$@$(uname -n)" >"$lock/owner"
}

release_lock() {
    rm -rf "$lock"
    trap - EXIT INT TERM HUP
}

# ---- before Maven ------------------------------------------------------------------------------

writable() {
    mkdir -p "$1" 2>/dev/null || return 1
    (: >"$1/.dojo-probe.$$") 2>/dev/null || return 1
    rm -f "$1/.dojo-probe.$$"
}

# Maven goes by Java's user.home, its wrapper by HOME: in a container the two can differ.
find_repository() {
    user_home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *user\.home = //p')
    HOME=${HOME:-$user_home} && export HOME
    elsewhere=''
    case $user_home in
        /*) ;;
        # A user without an entry in the password file: Java answers "?", and Maven would make a folder of that name.
        *) user_home=$HOME elsewhere=$HOME/.m2/repository ;;
    esac
    repository=$user_home/.m2/repository
    if [ -r "$user_home/.m2/settings.xml" ]; then
        moved=$(sed -n 's:.*<localRepository>\(.*\)</localRepository>.*:\1:p' "$user_home/.m2/settings.xml")
        repository=${moved:-$repository}
    fi
    for word in ${MAVEN_OPTS:-} ${MAVEN_ARGS:-}; do
        case $word in -Dmaven.repo.local=*) repository=${word#-Dmaven.repo.local=} elsewhere='' ;; esac
    done
}

check_repository() {
    offline=''
    wrapper=${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists
    maven_url=$(sed -n 's/^distributionUrl=//p' "$root/.mvn/wrapper/maven-wrapper.properties")
    maven_name=${maven_url##*/} && maven_name=${maven_name%-bin.*}
    cached=yes
    [ -d "$repository/org/apache/maven" ] || cached=''
    ls "$wrapper/$maven_name"/*/bin/mvn >/dev/null 2>&1 || {
        cached=''
        writable "$wrapper" || refuse "Maven must be fetched first, but $wrapper cannot be written:" \
            "make it writable, or set MAVEN_USER_HOME to a folder that is."
    }
    writable "$repository" || {
        [ -d "$repository/org/apache/maven" ] || refuse "the Maven repository $repository is empty and cannot be" \
            "written: make it writable, or set MAVEN_ARGS=-Dmaven.repo.local=FOLDER to use another folder."
        offline=-o
        say "The Maven repository $repository is read-only: building offline from what it holds."
    }
}

# Asked only when something must be fetched and nothing says that Maven takes another road than we would.
check_network() {
    [ -z "$cached" ] && [ -z "$offline" ] && [ -z "${MVNW_REPOURL:-}" ] && [ ! -e "$user_home/.m2/settings.xml" ] || return 0
    case "${MAVEN_OPTS:-} ${MAVEN_ARGS:-} " in *proxy* | *' -s '* | *settings* | *' -o '*) return 0 ;; esac
    if command -v curl >/dev/null; then
        curl -s -I -o /dev/null --connect-timeout 10 --max-time 20 "$maven_url" && return
    elif command -v wget >/dev/null; then
        wget -q --spider --tries=1 --timeout=10 "$maven_url" && return
    else
        return 0
    fi
    refuse "the first build fetches its libraries from ${maven_url%%/maven2/*}, which cannot be reached:" \
        "connect to the network once (behind a proxy: name it in ~/.m2/settings.xml), then run dojo again."
}

# ---- Maven -------------------------------------------------------------------------------------

# Maven's words go to the log; ours, few and plain, to the terminal.
tell() {
    fetched=0
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
            *'Downloaded from '*)
                fetched=$((fetched + 1))
                [ $((fetched % 100)) -ne 0 ] || say "  fetched $fetched files"
                ;;
            *'] Building Dynamo Dojo: '*)
                line=${line#*Building Dynamo Dojo: }
                say "  building ${line%% *}"
                ;;
        esac
    done >"$log"
}

# As old as the start of the build, or as the newest source if that comes from the future: else every start would build.
start_stamp() {
    rm -f "$stamp" && : >"$state/started" || refuse "cannot write in $state."
    (cd "$root" && find $sources -newer "$state/started" -exec touch -r {} "$state/started" \;)
}

# -nowarn and no strict profile: a warning of tomorrow's JDK must not keep anybody from an exercise.
run_maven() {
    start_stamp
    # Should this half of the pipe die early, the last build's success must not count for this one.
    rm -f "$state/status"
    set -- -B -pl lab,workbench -am package -P '!strict' -Dmaven.test.skip=true -Dwarnings.flag=-nowarn
    [ -z "$offline" ] || set -- "$@" "$offline"
    [ -z "$elsewhere" ] || set -- "$@" "-Dmaven.repo.local=$elsewhere"
    {
        cd "$root" || exit
        # This half outlives a launcher that is killed.
        sh -c 'printf "%s\n" "$PPID@$(uname -n)"' >>"$lock/owner"
        JAVA_HOME=$java_home sh ./mvnw "$@" </dev/null 2>&1
        printf '%s\n' $? >"$state/status"
    } | tell
    [ "$(cat "$state/status" 2>/dev/null)" = 0 ]
}

log_has() { grep -E -q "$1" "$log"; }

explain_failure() {
    if log_has 'COMPILATION ERROR'; then
        sed -n 's/^\[ERROR\] \(.*\.java:\[[0-9].*\)/  \1/p' "$log" | sort -u | head -n 10 >&2
        refuse "the workbench does not compile, see the lines above: correct or restore those files."
    elif log_has 'No space left on device'; then
        refuse "the disk is full: free about 500 MB, then run dojo again."
    elif [ -n "$offline" ]; then
        refuse "the Maven repository $repository is read-only and lacks something the build needs: make it" \
            "writable once, or set MAVEN_ARGS=-Dmaven.repo.local=FOLDER to use another folder (log: $log)."
    elif log_has 'offline mode'; then
        refuse "Maven was told to work offline, but $repository lacks something the build needs:" \
            "build once without -o (log: $log)."
    elif log_has 'Could not transfer|UnknownHost|name resolution|onnection refused|Connection timed out|Network is unreachable|wget: |curl: |Failed to fetch'; then
        refuse "a library could not be fetched: check the network (behind a proxy: name it in" \
            "~/.m2/settings.xml), then run dojo again (log: $log)."
    elif log_has 'untar|tar: not found|unzip: not found'; then
        refuse "Maven could not be unpacked: install unzip, or tar and gzip, then run dojo again."
    fi
    sed -n 's/^\[ERROR\] \([^[].*\)/  \1/p' "$log" | grep -v -E '^ *$|-> \[Help|Re-run Maven|full stack trace|For more information' | head -n 5 >&2
    refuse "the build failed, see the lines above; the whole log is $log."
}

build() {
    take_lock
    if ! fresh; then
        begun=$(date +%s)
        why='the first time takes a minute or two, later starts take none'
        [ ! -f "$jar" ] || why='its sources changed'
        say "Building the workbench: $why."
        find_repository
        check_repository
        check_network
        run_maven || explain_failure
        [ -f "$jar" ] || refuse "the build ended well but left no $jar: see $log."
        rm -f "$dist"/*.jsa "$dist"/*.jsa.none
        mv "$state/started" "$stamp"
        say "Built in $(($(date +%s) - begun)) s."
    fi
    release_lock
}
