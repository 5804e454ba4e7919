# frozen_string_literal: true

# Says which libraries there are, once, so that none of their thousand files is looked for in all of them.
%w(asciidoctor-pdf asciidoctor-epub3 rouge).each {|name| gem name }
Gem::Specification.unresolved_deps.keys.each {|name| gem name }
Gem.discover_gems_on_require = false
