# frozen_string_literal: true

require 'asciidoctor-pdf'

# What the back end for paper leaves to whoever extends it.
module Paper
  # In the contents, questions stand below the evening or the topic that they belong to.
  def get_entries_for_toc node
    super.flat_map do |section|
      (group = section.attr 'group') ? [(group_heading group, section), section] : [section]
    end
  end

  private

  def group_heading group, section
    Asciidoctor::Block.new(section.parent, :open, attributes: {
      'pdf-anchor' => (section.attr 'pdf-anchor') || section.id,
      'pdf-page-start' => (section.attr 'pdf-page-start'),
    }.compact).tap {|block| block.title = %(*#{group}*) }
  end
end

Asciidoctor::PDF::Converter.prepend Paper
